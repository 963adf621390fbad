//! The fingerprint of a file's bytes.

use std::fmt;
use std::io;
use std::str::FromStr;

/// The first 128 bits of the BLAKE3 hash of some bytes, written as 32 hex digits.
///
/// Among a billion files the chance that any two share one is about 10⁻²¹. BLAKE3 is by O'Connor,
/// Aumasson, Neves and Wilcox-O'Hearn (2020).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Fingerprint([u8; 16]);

/// The fingerprint of `bytes`.
pub fn fingerprint(bytes: &[u8]) -> Fingerprint {
    Fingerprint::shorten(&blake3::hash(bytes))
}

impl Fingerprint {
    /// The fingerprint of all that `reader` gives, in constant memory.
    pub fn of_reader(reader: impl io::Read) -> io::Result<Self> {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(reader)?;
        Ok(Fingerprint::shorten(&hasher.finalize()))
    }

    /// The sixteen bytes.
    pub fn to_bytes(self) -> [u8; 16] {
        self.0
    }

    /// The fingerprint with those bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Fingerprint(bytes)
    }

    fn shorten(hash: &blake3::Hash) -> Self {
        let mut short = [0; 16];
        short.copy_from_slice(&hash.as_bytes()[..16]);
        Fingerprint(short)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// A text that is not 32 lower-case hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadFingerprint;

impl FromStr for Fingerprint {
    type Err = BadFingerprint;

    fn from_str(text: &str) -> Result<Self, BadFingerprint> {
        if text.len() != 32 || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(BadFingerprint);
        }
        u128::from_str_radix(text, 16).map(|n| Fingerprint(n.to_be_bytes())).map_err(|_| BadFingerprint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_reads_back_what_it_writes_and_nothing_else() {
        // From the BLAKE3 paper's published test vector for no bytes at all.
        assert_eq!(fingerprint(b"").to_string(), "af1349b9f5f9a1a6a0404dea36dcc949");
        let of_text = fingerprint("Convenio de Kyoto Revisado".as_bytes());
        assert_eq!(of_text.to_string().parse(), Ok(of_text));
        assert_eq!(Fingerprint::of_reader("Convenio de Kyoto Revisado".as_bytes()).unwrap(), of_text);
        for bad in ["", "af13", "AF1349B9F5F9A1A6A0404DEA36DCC949", "+f1349b9f5f9a1a6a0404dea36dcc949"] {
            assert_eq!(bad.parse::<Fingerprint>(), Err(BadFingerprint), "{bad:?}");
        }
    }
}
