//! Lists of pairs, those of OmegaT and those of DeepL.
#![no_main]

mod exchange;

use cotejo::interchange::{deepl, detect, omegat};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let locale = |tag: &str| tag.parse().expect("a tag");
    let pair = (locale("en"), locale("es"));
    exchange::check(&|intake| omegat::read(bytes, encoding_rs::UTF_8, &pair, intake));
    exchange::check(&|intake| deepl::read(bytes, encoding_rs::UTF_8, None, Some(&pair), intake));
    exchange::check(&|intake| deepl::read(bytes, encoding_rs::UTF_8, None, None, intake));
    let _ = detect::detect("a.txt", bytes, encoding_rs::UTF_8);
});
