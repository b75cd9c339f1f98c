//! Serves the built app to one browser, as a consultancy's host would, and notes every request.

use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;
use std::{env, io};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// The headers that the documents recommend: the app must run under them.
const HEADERS: &str = include_str!("../../docs/hosting/_headers");

/// A server on a port of its own; it ends with the runtime that it was started on.
pub struct Server {
    /// Where the app is, with a slash at the end.
    pub url: String,
    dist: PathBuf,
    answers: Arc<Mutex<Vec<Answer>>>,
    withheld: Arc<Mutex<Option<&'static str>>>,
    held: Arc<Held>,
}

/// What is kept waiting, and who waits until it isn't any more.
type Held = (Mutex<Option<&'static str>>, Condvar);

/// A request and what became of it.
#[derive(Clone)]
pub struct Answer {
    /// Such as `GET /index.html`.
    pub request: String,
    pub status: StatusCode,
}

impl Server {
    /// Serves the built app; with `listener`, that script is the first thing in every page. Where
    /// `index.html.br` stands beside `index.html`, it is sent to whom accepts it.
    ///
    /// # Errors
    /// Says so where the app hasn't been built.
    pub fn start(
        runtime: &Runtime,
        dist: &Path,
        listener: Option<&'static str>,
    ) -> Result<Self, String> {
        if !dist.join("index.html").is_file() {
            return Err(format!(
                "{} holds no built app\nhint: cargo xtask test browser builds it",
                dist.display()
            ));
        }
        let answers = Arc::<Mutex<Vec<Answer>>>::default();
        let mut app = Router::new()
            .fallback_service(ServeDir::new(dist).precompressed_br())
            .layer(header(CACHE_CONTROL, "no-cache"));
        for (name, value) in HEADERS.lines().filter_map(|line| line.trim().split_once(": ")) {
            if let Ok(name) = HeaderName::try_from(name) {
                app = app.layer(header(name, value));
            }
        }
        let withheld = Arc::<Mutex<Option<&'static str>>>::default();
        let held = Arc::<Held>::default();
        let (log, missing, waits) =
            (Arc::clone(&answers), Arc::clone(&withheld), Arc::clone(&held));
        app = app.layer(middleware::from_fn(move |request: Request, next: Next| {
            let log = Arc::clone(&log);
            let missing = *missing.lock().expect("no panic in there");
            let waits = Arc::clone(&waits);
            async move {
                let path = request.uri().path().to_owned();
                tokio::task::spawn_blocking(move || wait(&waits, &path))
                    .await
                    .expect("no panic in there");
                let request_line = format!("{} {}", request.method(), request.uri());
                let response = if missing.is_some_and(|name| request.uri().path().contains(name)) {
                    StatusCode::NOT_FOUND.into_response()
                } else {
                    next.run(request).await
                };
                log.lock()
                    .expect("no panic in here")
                    .push(Answer { request: request_line, status: response.status() });
                response
            }
        }));
        // After the headers, which forbid frames.
        for (page, frame) in FRAMES {
            // With an icon of its own: browsers would ask for one.
            let host = format!(
                "<!DOCTYPE html><meta charset=utf-8><link rel=icon href=data:,><title>Host</title>\
                 <iframe title=Plumbline width=1200 height=800 {frame}></iframe>"
            );
            let host = move || async move { ([(CONTENT_TYPE, "text/html")], host) };
            app = app.route(&format!("/{page}"), get(host));
        }
        if let Some(script) = listener {
            let script = move || async move { ([(CONTENT_TYPE, "text/javascript")], script) };
            app = app.route(LISTENER, get(script)).layer(middleware::map_response(listen_first));
        }
        let socket = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)));
        let (socket, address) = socket
            .and_then(|socket| socket.local_addr().map(|address| (socket, address)))
            .map_err(|error: io::Error| format!("no port to serve the app on: {error}"))?;
        runtime.spawn(async move { axum::serve(socket, app).await });
        let dist = dist.to_path_buf();
        Ok(Self { url: format!("http://{address}/"), dist, answers, withheld, held })
    }

    /// From now on files with this in their names are missing.
    pub fn withhold(&self, name: &'static str) {
        *self.withheld.lock().expect("no panic in there") = Some(name);
    }

    /// From now on files with this in their names wait; with `None`, nothing waits any more.
    pub fn hold(&self, name: Option<&'static str>) {
        let (held, changed) = &*self.held;
        *held.lock().expect("no panic in there") = name;
        changed.notify_all();
    }

    /// The static file that a request is for; none when it sends something or there is no such file.
    pub fn file<'a>(&self, request: &'a str) -> Option<&'a str> {
        let path = request.strip_prefix("GET /")?;
        let path = if path.is_empty() { "index.html" } else { path };
        let own = format!("/{path}") == LISTENER || FRAMES.iter().any(|(page, _)| *page == path);
        let is_there = own || self.dist.join(path).is_file();
        is_there.then_some(path)
    }

    /// Every request so far and its answer.
    pub fn answers(&self) -> Vec<Answer> {
        self.answers.lock().expect("no panic in there").clone()
    }
}

/// Where the built app is: `PLUMBLINE_DIST`.
pub fn dist() -> PathBuf {
    env::var_os("PLUMBLINE_DIST").map_or_else(|| "dist".into(), PathBuf::from)
}

/// Waits as long as this file is held, but not for ever, should the journey have failed.
fn wait((held, changed): &Held, path: &str) {
    const LONGEST: Duration = Duration::from_mins(1);
    let held = held.lock().expect("no panic in there");
    let waits = |held: &mut Option<&'static str>| held.is_some_and(|name| path.contains(name));
    drop(changed.wait_timeout_while(held, LONGEST, waits).expect("no panic in there"));
}

fn header(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
}

/// Pages of another website that show the app in a frame, and how; the last holds the first.
const FRAMES: [(&str, &str); 3] = [
    (FRAME, "src=/"),
    (
        FRAME_WITHOUT_DOWNLOADS,
        "src=/ sandbox='allow-scripts allow-same-origin allow-forms allow-popups'",
    ),
    (FRAME_IN_FRAME, "src=/.frame.html"),
];

/// A page that shows the app in a frame.
pub const FRAME: &str = ".frame.html";
/// Likewise, in one that doesn't allow downloads.
pub const FRAME_WITHOUT_DOWNLOADS: &str = ".frame-without-downloads.html";
/// A page that shows the first one in a frame.
pub const FRAME_IN_FRAME: &str = ".frame-in-frame.html";

const LISTENER: &str = "/.listener.js";

/// Puts the listener at the start of the head, so that it hears of errors from the very first on.
async fn listen_first(response: Response) -> Response {
    let is_page = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    let page = to_bytes(body, usize::MAX).await.unwrap_or_else(|_| Bytes::new());
    // Minified pages leave out the tag of the head, but every page starts with its `<meta>`s.
    let first = format!("<script src=\"{LISTENER}\"></script><meta");
    let page = String::from_utf8_lossy(&page).replacen("<meta", &first, 1);
    Response::from_parts(parts, Body::from(page))
}
