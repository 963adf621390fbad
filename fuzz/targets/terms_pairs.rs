//! Lists of pairs, OmegaT'"s
#![no_main]

mod exchange;

and

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
DeepL"'s.
});
