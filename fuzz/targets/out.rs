//! Whatever stands in the file of what is out, or of conflicts: it is read or refused, and what was read
//! is written so that it reads back the same.
#![no_main]

use cotejo::sources::out::{parse, read_stuck, write, write_stuck};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    // Most inputs fail at the first line; give the units a head to stand under.
    let head = "cotejo-package 1\nname a\nsource en\ntarget es\nat 2026-01-15T12:00:00Z";
    let whole = format!("{head}\n\n{text}\nend of package\n");
    for text in [text.as_ref(), whole.as_str()] {
        if let Ok(out) = parse(text) {
            assert_eq!(parse(&write(&out)).as_ref(), Ok(&out));
        }
        let stuck = read_stuck(text);
        assert_eq!(read_stuck(&write_stuck(&stuck)), stuck);
    }
});
