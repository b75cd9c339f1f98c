//! Charts as pictures, for formats that hold no shapes.

use std::future::Future;

use crate::report::{
    document::{Brand, Document},
    drawing::Drawing,
    picture::{Picture, figures},
};

/// Something that makes pictures of charts.
pub trait Painter {
    /// The picture of a chart; `None` where none can be made.
    fn paint(&self, drawing: &Drawing, brand: &Brand) -> impl Future<Output = Option<Picture>>;
}

/// A picture of each chart of a document, in its order; `tell_one` is called after each.
pub async fn pictures(
    document: &Document,
    painter: &impl Painter,
    mut tell_one: impl FnMut(),
) -> Vec<Option<Picture>> {
    let mut pictures = Vec::new();
    for figure in figures(document) {
        pictures.push(painter.paint(&figure.drawing, &document.brand).await);
        tell_one();
    }
    pictures
}
