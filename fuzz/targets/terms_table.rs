//! Tables of terms, long and wide, with any of the bytes that part cells.
#![no_main]

mod exchange;

use cotejo::interchange::csv;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    exchange::check(&|intake| csv::read(bytes, encoding_rs::UTF_8, intake));
    let text = String::from_utf8_lossy(bytes);
    for head in ["concept,locale,term,status,note\n", "concept\tsubject\ten\tes_acronym\tes status\n", "en;es;notes\n"] {
        let whole = format!("{head}{text}");
        exchange::check(&|intake| csv::read(whole.as_bytes(), encoding_rs::UTF_8, intake));
    }
});
