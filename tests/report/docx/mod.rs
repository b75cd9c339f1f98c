//! Reports as Word files: taken apart again, and opened by `LibreOffice`.

mod libreoffice;
mod naughty;
mod opened;
mod parts;
mod sample;
mod styles;
