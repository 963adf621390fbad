//! Whatever stands in a record's file: it is read or refused, and what was read is written so that
//! it reads back the same. Conflicts are found and taken apart without a crash.
#![no_main]

use cotejo::sources::ledger::salvage::salvage;
use cotejo::sources::ledger::syntax::{Side, conflicts, parse, side, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    // Most inputs fail at the first line; give the links a head to stand under.
    let whole = format!("cotejo-record 1\narticle a/b\nsource en a\ntarget es b\n\n{text}\nend of record\n");
    for text in [text.as_ref(), whole.as_str()] {
        if let Ok(record) = parse(text) {
            let written = write(&record);
            assert_eq!(parse(&written).as_ref(), Ok(&record));
            assert_eq!(parse(&written).map(|record| write(&record)).as_deref(), Ok(written.as_str()));
        }
        let known = || parse("cotejo-record 1\narticle a/b\nsource en a\ntarget es b\n\nend of record\n");
        if let Ok(known) = known()
            && let Some(read) = salvage(text, known)
        {
            assert_eq!(read.damage.first().map(|damage| damage.error.clone()), parse(text).err());
        }
        let found = conflicts(text);
        assert!(found.iter().all(|conflict| conflict.begin <= conflict.end.unwrap_or(usize::MAX)));
        for which in [Side::Ours, Side::Theirs] {
            assert!(side(text, which).len() <= text.len());
        }
    }
});
