//! How groups come in: a link that carries all that they need, and its QR code.

use leptos::prelude::*;

use super::{
    super::super::super::{
        components::{
            button::{Look, button, buttons},
            dialog::dialog,
        },
        el::{El, el},
        route::{Route, Seat, Workshops},
        state::State,
        words::{fill, t},
    },
    super::{copied::copied, qr::qr},
    section,
};
use crate::{
    browser::location, domain::workshop::session::Session, persist::workshop::start, text::Key,
};

/// Who can open an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// Everybody who has it, as far as this program knows.
    All,
    /// Nobody else: it is a file of this device.
    File,
    /// Nobody else: this device serves it to itself.
    Device,
}

impl Reach {
    fn of(address: &str) -> Self {
        if address.starts_with("file:") {
            return Self::File;
        }
        let host = address.split_once("://").map_or("", |(_, rest)| rest);
        let host = host.split('/').next().unwrap_or_default();
        // An address of the sixth version has colons of its own.
        let name = match host.strip_prefix('[') {
            Some(rest) => rest.split(']').next(),
            None => host.split(':').next(),
        };
        let name = name.unwrap_or_default();
        let local = name == "localhost" || name.ends_with(".localhost");
        if local || name == "::1" || name.starts_with("127.") { Self::Device } else { Self::All }
    }
}

/// Link and code.
pub fn way_in(state: State, session: &Session) -> El {
    let code = start::write(&state.questionnaire().pack, session);
    let seat = Route::Workshops(Workshops::Seat(code, Seat::Door)).href();
    let address = location::address();
    let link = format!("{address}{seat}");
    let all = section("way-in", Key::WorkshopHubWayIn).class("card workshop-way-in");
    let reach = match Reach::of(&address) {
        Reach::All => None,
        Reach::File => Some(Key::WorkshopHubFile),
        Reach::Device => Some(Key::WorkshopHubDevice),
    };
    let all = match reach {
        None => all.el(el("p").text(t(Key::WorkshopHubWayInText))),
        Some(words) => all.el(el("p").class("notice warning").text(t(words))).el(copied(
            "start-code",
            t(Key::WorkshopHubBehind),
            seat,
        )),
    };
    let all = if let Some(code) = qr(&link) {
        all.el(code).child(large(&link, address))
    } else {
        let letters = link.chars().count().to_string();
        let words = fill(Key::WorkshopHubLong, &[("number", &letters)]);
        all.el(el("p").class("notice warning").string(words))
    };
    all.el(copied("start-link", t(Key::WorkshopHubLink), link))
}

/// The code as large as the screen, for a room to scan it.
fn large(link: &str, address: String) -> AnyView {
    let open = RwSignal::new(false);
    let link = link.to_owned();
    let wall = dialog(open, Key::WorkshopHubScan, move || {
        let close = button(Look::Plain, t(Key::MessagesClose), move || open.set(false));
        let leads = fill(Key::WorkshopHubLeads, &[("address", &short(&address))]);
        let wall = el("div").class("workshop-wall");
        let wall = match qr(&link) {
            Some(code) => wall.el(code),
            None => wall,
        };
        wall.el(el("p").string(leads)).el(buttons([close]))
    });
    let show = button(Look::Plain, t(Key::WorkshopHubLarge), move || open.set(true));
    el("div").el(buttons([show])).child(wall).done()
}

/// An address as people say it.
fn short(address: &str) -> String {
    let said = address.split_once("://").map_or(address, |(_, rest)| rest);
    said.trim_end_matches("index.html").trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_known_who_can_open_an_address() {
        for (address, expected) in [
            ("https://plumbline.example/app/", Reach::All),
            ("http://192.168.1.20:8080/", Reach::All),
            ("https://localhost.example/", Reach::All),
            ("file:///C:/plumbline.html", Reach::File),
            ("http://localhost:8080/", Reach::Device),
            ("http://app.localhost/", Reach::Device),
            ("http://127.0.0.1:4100/index.html", Reach::Device),
            ("http://[::1]:8080/", Reach::Device),
            ("", Reach::All),
        ] {
            assert_eq!(Reach::of(address), expected, "{address}");
        }
    }

    #[test]
    fn addresses_are_said_without_their_technique() {
        for (address, expected) in [
            ("https://plumbline.example/app/index.html", "plumbline.example/app"),
            ("http://127.0.0.1:4100/", "127.0.0.1:4100"),
        ] {
            assert_eq!(short(address), expected);
        }
    }
}
