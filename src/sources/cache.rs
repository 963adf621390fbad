//! What only makes things faster: one file a cache, `.cotejo/local/cache-<name>`.
//!
//! A cache is a value that was costly to work out, kept under the version of the code that made
//! it and a key over all it was made from (the configuration, say). A file that is damaged, half
//! written, of another version or key is as good as none; deleting it is always safe. It is
//! written by rename, without fsync: after a power cut the checksum tells.
//!
//! The encoding is postcard: 60,000 entries of 300 bytes load in a few tens of milliseconds (see
//! `benches/sources.rs`), where JSON takes several times that. It can't read back an enum that
//! keeps its tag inside. A long list is kept in parts that are read and written side by side.

use std::fs;
use std::path::Path;

use rayon::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::article::TreePath;

use super::disk::Disk;
use super::files::{self, Fingerprint, Limits, fingerprint};
use super::local;

const MAGIC: &[u8; 12] = b"cotejo-cache";
/// Magic, version, key, checksum.
const HEADER: usize = 12 + 4 + 16 + 16;
/// A cache larger than this is not worth its reading.
const MAX_BYTES: u64 = 1 << 30;
/// So many values of a long list are read and written together.
const PART: usize = 2048;

/// The value that was stored under that name, if it is there, whole, and of that version and key.
/// `name` is of letters, digits and `-`.
pub fn load<T: DeserializeOwned>(root: &Path, name: &str, version: u32, key: Fingerprint) -> Option<T> {
    let path = TreePath::new(format!("{}/{}", local::FOLDER, file_name(name)?));
    let bytes = files::read(root, &path, Limits { max_bytes: MAX_BYTES }).ok()?.bytes;
    let (header, body) = bytes.split_at_checked(HEADER)?;
    if *header != sealed(version, key, body) {
        return None;
    }
    let (value, rest) = postcard::take_from_bytes(body).ok()?;
    rest.is_empty().then_some(value)
}

/// Keeps a value for [`load`]. If that fails, nothing is said: the next run is slower, that is all.
pub fn store<T: Serialize>(
    root: &Path,
    disk: &dyn Disk,
    name: &str,
    version: u32,
    key: Fingerprint,
    value: &T,
) {
    let _ = try_store(root, disk, name, version, key, value);
}

/// As [`load`], of what [`store_parts`] stored: the parts are read side by side.
pub fn load_parts<T: DeserializeOwned + Send>(
    root: &Path,
    name: &str,
    version: u32,
    key: Fingerprint,
) -> Option<Vec<T>> {
    let path = TreePath::new(format!("{}/{}", local::FOLDER, file_name(name)?));
    let bytes = files::read(root, &path, Limits { max_bytes: MAX_BYTES }).ok()?.bytes;
    let (header, body) = bytes.split_at_checked(HEADER)?;
    if *header != sealed(version, key, body) {
        return None;
    }
    let mut parts: Vec<&[u8]> = Vec::new();
    let mut rest = body;
    while let Some((length, more)) = rest.split_first_chunk::<8>() {
        let (part, more) = more.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        parts.push(part);
        rest = more;
    }
    let parts: Vec<Vec<T>> = parts
        .par_iter()
        .map(|part| {
            let (values, rest) = postcard::take_from_bytes(part).ok()?;
            rest.is_empty().then_some(values)
        })
        .collect::<Option<_>>()?;
    let mut values = Vec::with_capacity(parts.iter().map(Vec::len).sum());
    parts.into_iter().for_each(|part| values.extend(part));
    rest.is_empty().then_some(values)
}

/// Keeps a long list for [`load_parts`], as [`store`] keeps a value; written side by side.
pub fn store_parts<T: Serialize + Sync>(
    root: &Path,
    disk: &dyn Disk,
    name: &str,
    version: u32,
    key: Fingerprint,
    values: &[T],
) {
    let parts: Option<Vec<Vec<u8>>> =
        values.par_chunks(PART).map(|part| postcard::to_stdvec(part).ok()).collect();
    let Some(parts) = parts else { return };
    let mut bytes = vec![0; HEADER];
    bytes.reserve(parts.iter().map(|part| part.len() + 8).sum());
    for part in parts {
        bytes.extend((part.len() as u64).to_le_bytes());
        bytes.extend(part);
    }
    let _ = write(root, disk, name, version, key, bytes);
}

/// Removes a cache, if it is there.
pub fn forget(root: &Path, disk: &dyn Disk, name: &str) {
    if let Some(file) = file_name(name) {
        let _ = disk.remove_file(&local::folder(root).join(file));
    }
}

fn try_store<T: Serialize>(
    root: &Path,
    disk: &dyn Disk,
    name: &str,
    version: u32,
    key: Fingerprint,
    value: &T,
) -> Option<()> {
    write(root, disk, name, version, key, postcard::to_extend(value, vec![0; HEADER]).ok()?)
}

/// Writes a cache whose body stands behind room for the header.
fn write(
    root: &Path,
    disk: &dyn Disk,
    name: &str,
    version: u32,
    key: Fingerprint,
    bytes: Vec<u8>,
) -> Option<()> {
    let name = file_name(name)?;
    let (header, body) = bytes.split_at_checked(HEADER)?;
    debug_assert!(header.iter().all(|byte| *byte == 0));
    let header = sealed(version, key, body);
    let mut bytes = bytes;
    bytes.get_mut(..HEADER)?.copy_from_slice(&header);
    let local = local::prepare(root, disk).ok()?;
    // Two readers may store at once; whichever file is named last is whole, or its checksum tells.
    let new = local.join(format!("{name}.new"));
    if fs::symlink_metadata(&new).is_ok() {
        disk.remove_file(&new).ok()?;
    }
    if disk.write_new(&new, &bytes, None).is_err() {
        let _ = disk.remove_file(&new);
        return None;
    }
    disk.rename(&new, &local.join(name)).ok()
}

fn file_name(name: &str) -> Option<String> {
    let plain = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    plain.then(|| format!("cache-{name}"))
}

fn sealed(version: u32, key: Fingerprint, body: &[u8]) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    header[..12].copy_from_slice(MAGIC);
    header[12..16].copy_from_slice(&version.to_le_bytes());
    header[16..32].copy_from_slice(&key.to_bytes());
    header[32..].copy_from_slice(&fingerprint(body).to_bytes());
    header
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::disk::{RealDisk, Stop, StopAfter};
    use super::*;

    type Value = BTreeMap<String, (u64, Vec<u8>)>;

    fn value(word: &str) -> Value {
        (0..50).map(|n| (format!("{word}/{n}"), (n, word.as_bytes().to_vec()))).collect()
    }

    fn load_value(root: &Path) -> Option<Value> {
        load(root, "status", 3, fingerprint(b"config"))
    }

    fn store_value(root: &Path, disk: &dyn Disk, value: &Value) {
        store(root, disk, "status", 3, fingerprint(b"config"), value);
    }

    #[test]
    fn a_cache_gives_back_what_it_was_given_and_only_that() {
        let root = tempfile::tempdir().unwrap();
        assert_eq!(load_value(root.path()), None);
        store_value(root.path(), &RealDisk, &value("uno"));
        assert_eq!(load_value(root.path()), Some(value("uno")));
        store_value(root.path(), &RealDisk, &value("dos"));
        assert_eq!(load_value(root.path()), Some(value("dos")));
        let key = fingerprint(b"config");
        assert_eq!(load::<Value>(root.path(), "status", 4, key), None);
        assert_eq!(load::<Value>(root.path(), "status", 3, fingerprint(b"other")), None);
        assert_eq!(load::<Value>(root.path(), "other", 3, key), None);
        assert_eq!(load::<Value>(root.path(), "../../status", 3, key), None);
        assert_eq!(load::<Vec<String>>(root.path(), "status", 3, key), None);
        forget(root.path(), &RealDisk, "status");
        assert_eq!(load_value(root.path()), None);
    }

    #[test]
    fn a_damaged_cache_is_not_there() {
        let root = tempfile::tempdir().unwrap();
        store_value(root.path(), &RealDisk, &value("uno"));
        let file = root.path().join(".cotejo/local/cache-status");
        let whole = fs::read(&file).unwrap();
        for length in 0..whole.len() {
            fs::write(&file, &whole[..length]).unwrap();
            assert_eq!(load_value(root.path()), None, "cut at {length}");
        }
        for at in 0..whole.len() {
            let mut bent = whole.clone();
            bent[at] ^= 0x10;
            fs::write(&file, bent).unwrap();
            assert_eq!(load_value(root.path()), None, "bent at {at}");
        }
        fs::write(&file, [&whole[..], b"x"].concat()).unwrap();
        assert_eq!(load_value(root.path()), None);
        fs::write(&file, whole).unwrap();
        assert_eq!(load_value(root.path()), Some(value("uno")));
    }

    #[test]
    fn a_long_list_comes_back_whole_and_in_order_or_not_at_all() {
        let root = tempfile::tempdir().unwrap();
        let key = fingerprint(b"config");
        let load = || load_parts::<(u32, String)>(root.path(), "rows", 1, key);
        for length in [0, 1, PART, PART * 2 + 7] {
            let list: Vec<(u32, String)> =
                (0..length).map(|n| (u32::try_from(n).unwrap(), format!("row {n}"))).collect();
            store_parts(root.path(), &RealDisk, "rows", 1, key, &list);
            assert_eq!(load(), Some(list));
        }
        let file = root.path().join(".cotejo/local/cache-rows");
        let whole = fs::read(&file).unwrap();
        for length in (0..whole.len()).step_by(97) {
            fs::write(&file, &whole[..length]).unwrap();
            assert_eq!(load(), None, "cut at {length}");
        }
    }

    #[test]
    fn killed_while_storing_the_old_cache_or_the_new_one_is_there() {
        for how in [Stop::Kill, Stop::Full] {
            let mut seen = [0; 2];
            for writes in 0..8 {
                let root = tempfile::tempdir().unwrap();
                store_value(root.path(), &RealDisk, &value("uno"));
                store_value(root.path(), &StopAfter::new(RealDisk, writes, how), &value("dos"));
                let now = load_value(root.path()).unwrap();
                seen[usize::from(now == value("dos"))] += 1;
                assert!(now == value("uno") || now == value("dos"));
                store_value(root.path(), &RealDisk, &value("tres"));
                assert_eq!(load_value(root.path()), Some(value("tres")));
            }
            assert!(seen[0] > 0 && seen[1] > 0, "{seen:?}");
        }
    }
}
