//! Locking bytes with a password and unlocking them, by the browser's own cryptography: PBKDF2 with
//! SHA-256 makes the key, AES-256-GCM uses it. Browsers have it only on pages that came over https, or
//! from this machine: [`super::digest::works`].

use js_sys::{ArrayBuffer, JSON, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

/// What a lock is made with besides the password.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// How often the password is hashed.
    pub rounds: u32,
    /// What is hashed with it.
    pub salt: [u8; 16],
    /// What the cipher begins with.
    pub nonce: [u8; 12],
    /// What the content is bound to.
    pub head: String,
}

/// Why something was neither locked nor unlocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockError {
    /// The browser has no such cryptography here.
    Missing,
    /// It refused: with an unlocking, since the password is another one.
    Refused,
}

/// Locks bytes.
///
/// # Errors
/// [`LockError`]
pub async fn lock(password: &str, recipe: &Recipe, plain: &[u8]) -> Result<Vec<u8>, LockError> {
    let (subtle, key) = key(password, recipe).await?;
    let begun = encrypt(&subtle, &recipe.nonce, &recipe.head, &key, plain);
    settle(begun).await.map(|locked| Uint8Array::new(&locked).to_vec())
}

/// Unlocks bytes.
///
/// # Errors
/// [`LockError`]; [`LockError::Refused`] when the password, the recipe or the bytes aren't those that
/// it was locked with.
pub async fn unlock(password: &str, recipe: &Recipe, locked: &[u8]) -> Result<Vec<u8>, LockError> {
    let (subtle, key) = key(password, recipe).await?;
    let begun = decrypt(&subtle, &recipe.nonce, &recipe.head, &key, locked);
    settle(begun).await.map(|plain| Uint8Array::new(&plain).to_vec())
}

async fn key(password: &str, recipe: &Recipe) -> Result<(SubtleCrypto, CryptoKey), LockError> {
    let subtle = subtle().ok_or(LockError::Missing)?;
    let typed = settle(import(&subtle, "PBKDF2", r#"["deriveBits"]"#, password.as_bytes())).await?;
    let hashed =
        settle(derive(&subtle, recipe.rounds, &recipe.salt, typed.unchecked_ref())).await?;
    let hashed: ArrayBuffer = hashed.dyn_into().map_err(|_| LockError::Refused)?;
    let hashed = Uint8Array::new(&hashed).to_vec();
    let key = settle(import(&subtle, "AES-GCM", r#"["encrypt","decrypt"]"#, &hashed)).await?;
    Ok((subtle, key.unchecked_into()))
}

async fn settle(begun: Option<Promise>) -> Result<JsValue, LockError> {
    let begun = begun.ok_or(LockError::Refused)?;
    JsFuture::from(begun).await.map_err(|_| LockError::Refused)
}

fn subtle() -> Option<SubtleCrypto> {
    if !super::digest::works() {
        return None;
    }
    Some(super::window()?.crypto().ok()?.subtle())
}

/// An object of JavaScript from JSON. By way of JSON, since a text turned into a value of JavaScript
/// would have to stand in the first part of the wasm (see [`super::hold`]).
fn object(json: &str) -> Option<Object> {
    JSON::parse(json).ok()?.dyn_into().ok()
}

fn set(object: &Object, name: &str, value: &JsValue) -> Option<()> {
    let name = JSON::parse(&format!("\"{name}\"")).ok()?;
    Reflect::set(object, &name, value).ok().map(|_| ())
}

/// Takes bytes as a key of an algorithm, for these usages as a list in JSON.
fn import(subtle: &SubtleCrypto, algorithm: &str, usages: &str, bytes: &[u8]) -> Option<Promise> {
    let (usages, bytes) = (JSON::parse(usages).ok()?, Uint8Array::from(bytes));
    subtle.import_key_with_str("raw", &bytes, algorithm, false, &usages).ok()
}

fn derive(
    subtle: &SubtleCrypto,
    rounds: u32,
    salt: &[u8],
    password: &CryptoKey,
) -> Option<Promise> {
    let algorithm =
        object(&format!(r#"{{"name":"PBKDF2","hash":"SHA-256","iterations":{rounds}}}"#))?;
    set(&algorithm, "salt", &Uint8Array::from(salt))?;
    subtle.derive_bits_with_object(&algorithm, password, 256).ok()
}

fn gcm(nonce: &[u8], head: &str) -> Option<Object> {
    let algorithm = object(r#"{"name":"AES-GCM"}"#)?;
    set(&algorithm, "iv", &Uint8Array::from(nonce))?;
    set(&algorithm, "additionalData", &Uint8Array::from(head.as_bytes()))?;
    Some(algorithm)
}

fn encrypt(
    subtle: &SubtleCrypto,
    nonce: &[u8],
    head: &str,
    key: &CryptoKey,
    plain: &[u8],
) -> Option<Promise> {
    let plain = Uint8Array::from(plain);
    subtle.encrypt_with_object_and_buffer_source(&gcm(nonce, head)?, key, &plain).ok()
}

fn decrypt(
    subtle: &SubtleCrypto,
    nonce: &[u8],
    head: &str,
    key: &CryptoKey,
    locked: &[u8],
) -> Option<Promise> {
    let locked = Uint8Array::from(locked);
    subtle.decrypt_with_object_and_buffer_source(&gcm(nonce, head)?, key, &locked).ok()
}
