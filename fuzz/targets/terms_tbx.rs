//! TBX of any version, from bytes that need not be XML.
#![no_main]

mod exchange;

use cotejo::interchange::tbx;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    exchange::check(&|intake| tbx::read(bytes, intake));
    // Most inputs fail at the first tag; give them a body to stand in.
    let text = String::from_utf8_lossy(bytes);
    let whole = format!("<tbx><text><body>{text}</body></text></tbx>");
    exchange::check(&|intake| tbx::read(whole.as_bytes(), intake));
    let entry = format!("<martif><termEntry id=\"a\"><langSet xml:lang=\"es\"><tig><term>{text}</tig></langSet></termEntry></martif>");
    exchange::check(&|intake| tbx::read(entry.as_bytes(), intake));
});
