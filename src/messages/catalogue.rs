//! The list of catalogue files, one row an area of the interface, the same in each language.

macro_rules! catalogue {
    ($name:ident, $tag:literal, $doc:literal) => {
        #[doc = $doc]
        pub const $name: &[(&str, &str)] = &[
            ("common", include_str!(concat!($tag, "/common.ftl"))),
            ("error", include_str!(concat!($tag, "/error.ftl"))),
            ("help", include_str!(concat!($tag, "/help.ftl"))),
            ("status", include_str!(concat!($tag, "/status.ftl"))),
        ];
    };
}

catalogue!(EN, "en", "The English catalogue, by area.");
catalogue!(ES, "es", "The Spanish catalogue, by area.");
catalogue!(FR, "fr", "The French catalogue, by area.");
