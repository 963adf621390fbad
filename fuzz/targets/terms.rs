//! Whatever stands in a termbase's tables: they are read or refused with places that are there, and
//! what was read finds terms in any text, in order and apart.
#![no_main]

use cotejo::domain::locale::Locale;
use cotejo::domain::termbase::Matcher;
use cotejo::interchange::terms_tsv::{File, HEAD, read, read_plain};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let file = |bytes: Vec<u8>| File { name: "fuzz".to_owned(), bytes };
    // Most inputs fail at the first line; give the cells a head to stand under.
    let plain = format!("concept\tes\tes_acronym\tfr\tnotes\n{text}");
    let own = format!("{HEAD}\nconcept\tlocale\tterm\tstatus\n{text}");
    let read = [
        read_plain(&file(data.to_vec())),
        read_plain(&file(plain.into_bytes())),
        read_plain(&file(format!("concept,es,fr,notes\n{text}").into_bytes())),
        read(None, &file(own.into_bytes())),
    ];
    for result in read {
        match result {
            Ok(termbase) => {
                for tag in ["es", "fr", "pl"] {
                    let Ok(locale) = tag.parse::<Locale>() else { continue };
                    let mut end = 0;
                    for hit in Matcher::new(&termbase, &locale).find(&text) {
                        assert!(hit.start >= end && hit.start < hit.end);
                        assert!(text.get(hit.start..hit.end).is_some());
                        end = hit.end;
                    }
                }
            }
            Err(problems) => {
                assert!(!problems.is_empty());
                assert!(problems.iter().all(|problem| problem.line >= 1 && problem.column >= 1));
            }
        }
    }
});
