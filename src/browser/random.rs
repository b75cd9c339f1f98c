//! Randomness for identifiers and locks.

/// 16 random bytes. Where the browser has no source of good randomness, ordinary one must do:
/// identifiers have to be unique, not secret.
#[must_use]
pub fn bytes() -> [u8; 16] {
    secure().unwrap_or_else(|| {
        let mut bytes = [0_u8; 16];
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::float_arithmetic,
            reason = "0 <= random < 1, so the product fits a byte"
        )]
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
        bytes
    })
}

/// 16 random bytes that nobody can guess; `None` where the browser has no source of them.
#[must_use]
pub fn secure() -> Option<[u8; 16]> {
    let mut bytes = [0_u8; 16];
    let crypto = super::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}
