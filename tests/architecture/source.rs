//! What a source file names: every path, written out from the crate's root where it begins with
//! `crate`, `self` or `super`; every text; every `style` attribute in a view. It reads tokens, so
//! that comments and documentation are no code and macros are. Code under `#[cfg(test)]` is left out.

use std::fmt;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// One thing that a file names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A path, or a single word.
    Name(Vec<String>),
    /// A text without its quotes.
    Text(String),
    /// `style=` in a view, or `.style("…")`.
    StyleAttribute,
    /// `view!` or `template!`.
    View,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(path) => f.write_str(&path.join("::")),
            Self::Text(text) => write!(f, "{text:?}"),
            Self::StyleAttribute => f.write_str("style attribute"),
            Self::View => f.write_str("view"),
        }
    }
}

/// Reads a file; each thing comes with its line.
pub fn read(file: &str, code: &str) -> Vec<(usize, Found)> {
    let code: TokenStream = code.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
    let mut reader = Reader { module: module_of(file), found: Vec::new() };
    reader.tokens(code, &[], Place::Code);
    reader.found
}

/// `src/domain/pack/check.rs` is the module `domain::pack::check`; files outside `src` and the
/// crate's root are none.
fn module_of(file: &str) -> Vec<String> {
    let Some(inner) = file.strip_prefix("src/").and_then(|file| file.strip_suffix(".rs")) else {
        return Vec::new();
    };
    let mut module: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        module.pop();
    }
    module
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Code,
    View,
}

struct Reader {
    module: Vec<String>,
    found: Vec<(usize, Found)>,
}

impl Reader {
    /// Goes through tokens; `prefix` is what stands before the braces in `prefix::{…}`.
    fn tokens(&mut self, tokens: TokenStream, prefix: &[String], place: Place) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at = match &tokens[at] {
                TokenTree::Punct(punct) if punct.as_char() == '#' => self.attribute(&tokens, at),
                TokenTree::Ident(word) if word == "mod" => self.inline_module(&tokens, at),
                TokenTree::Ident(_) => self.path(&tokens, at, prefix, place),
                TokenTree::Group(group) => {
                    self.tokens(group.stream(), &[], place);
                    at + 1
                }
                TokenTree::Literal(literal) => {
                    if let Some(text) = unquoted(&literal.to_string()) {
                        self.found.push((literal.span().start().line, Found::Text(text)));
                    }
                    at + 1
                }
                TokenTree::Punct(_) => at + 1,
            };
        }
    }

    /// `#[…]` or `#![…]`. Documentation is skipped, and so is the item after `#[cfg(test)]`.
    fn attribute(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let bracket = at + 1 + usize::from(is_punct(tokens.get(at + 1), '!'));
        let Some(group) = group(tokens.get(bracket), Delimiter::Bracket) else {
            return at + 1;
        };
        let text = group.stream().to_string().replace(' ', "");
        if text.starts_with("cfg(test)") || text.starts_with("cfg(all(test,") {
            let rest = tokens.iter().skip(bracket + 1);
            let length = rest
                .take_while(|token| {
                    !is_punct(Some(token), ';')
                        && self::group(Some(token), Delimiter::Brace).is_none()
                })
                .count();
            return bracket + 1 + length + 1;
        }
        if !text.starts_with("doc=") {
            self.tokens(group.stream(), &[], Place::Code);
        }
        bracket + 1
    }

    /// `mod name { … }`, in which `super` leads elsewhere.
    fn inline_module(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        if let (Some(TokenTree::Ident(name)), Some(body)) =
            (tokens.get(at + 1), group(tokens.get(at + 2), Delimiter::Brace))
        {
            self.module.push(name.to_string());
            self.tokens(body.stream(), &[], Place::Code);
            self.module.pop();
            return at + 3;
        }
        at + 1
    }

    /// `a::b::c`, `a::{b, c::d}`, or one word. Returns where it ends.
    fn path(
        &mut self,
        tokens: &[TokenTree],
        start: usize,
        prefix: &[String],
        place: Place,
    ) -> usize {
        let line = tokens[start].span().start().line;
        if is_style_attribute(tokens, start, place) {
            self.found.push((line, Found::StyleAttribute));
        }
        let mut path = prefix.to_vec();
        let mut at = start;
        while let Some(TokenTree::Ident(word)) = tokens.get(at) {
            path.push(word.to_string());
            at += 1;
            if !(is_punct(tokens.get(at), ':') && is_punct(tokens.get(at + 1), ':')) {
                break;
            }
            at += 2;
            if let Some(group) = group(tokens.get(at), Delimiter::Brace) {
                self.tokens(group.stream(), &path, Place::Code);
                at += 1;
                break;
            }
        }
        let is_view = path.last().is_some_and(|word| word == "view" || word == "template")
            && is_punct(tokens.get(at), '!');
        if let (true, Some(TokenTree::Group(view))) = (is_view, tokens.get(at + 1)) {
            self.found.push((line, Found::View));
            self.tokens(view.stream(), &[], Place::View);
            at += 2;
        }
        let path = self.written_out(path);
        self.found.push((line, Found::Name(path)));
        at
    }

    fn written_out(&self, mut path: Vec<String>) -> Vec<String> {
        let mut module = self.module.clone();
        match path[0].as_str() {
            "plumbline" => path[0] = "crate".into(),
            "self" | "super" => {
                while path.first().is_some_and(|word| word == "self" || word == "super") {
                    if path.remove(0) == "super" {
                        module.pop();
                    }
                }
                let root = ["crate".to_owned()].into_iter();
                path = root.chain(module).chain(path).collect();
            }
            // In the crate's root a path may begin with one of its modules.
            _ if module.is_empty() && path.len() > 1 && path[0] != "crate" && path[0] != "std" => {
                path.insert(0, "crate".into());
            }
            _ => {}
        }
        path
    }
}

fn is_style_attribute(tokens: &[TokenTree], at: usize, place: Place) -> bool {
    let is_style = matches!(&tokens[at], TokenTree::Ident(word) if word == "style");
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let next = tokens.get(at + 1);
    let assigned = is_punct(next, '=') && !is_punct(tokens.get(at + 2), '=');
    let of_element =
        !is_punct(before, '-') && !matches!(before, Some(TokenTree::Ident(word)) if word == "let");
    let called_with_text = is_punct(before, '.')
        && group(next, Delimiter::Parenthesis).is_some_and(|arguments| {
            matches!(arguments.stream().into_iter().next(), Some(TokenTree::Literal(_)))
        });
    is_style && (place == Place::View && assigned && of_element || called_with_text)
}

fn is_punct(token: Option<&TokenTree>, expected: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == expected)
}

fn group(token: Option<&TokenTree>, delimiter: Delimiter) -> Option<&Group> {
    match token {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group),
        _ => None,
    }
}

/// The inside of `"…"`, `r#"…"#` and their kin; numbers and characters have none.
fn unquoted(literal: &str) -> Option<String> {
    let (_, inside) = literal.split_once('"')?;
    let (inside, _) = inside.rsplit_once('"')?;
    Some(inside.to_owned())
}
