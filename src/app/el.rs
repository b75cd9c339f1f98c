//! Elements in Leptos' builder syntax, but of one type whatever stands in them.
//!
//! `view!` gives every piece of a page a type of its own, and code is generated for each: this app
//! would be twice as large; what never changes it writes as markup, which the policy of the page
//! refuses (docs/decisions/0005). Here all elements, attributes and texts have the same few types, so a
//! further page costs little more than its words.

use leptos::{
    attr::{
        any_attribute::{AnyAttribute, IntoAnyAttribute as _},
        custom::custom_attribute,
    },
    ev, html,
    prelude::*,
    tachys::{
        html::{class::class, event::on, property::prop, style::style},
        svg as drawing,
    },
};

/// An element with its attributes and children. Boxed, so that a call of the builder passes one
/// pointer on.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    make: Make,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// From tag, attributes and children to what is put on the page.
type Make = fn(&'static str, Vec<AnyAttribute>, Vec<AnyView>) -> AnyView;

/// An element.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El::made(tag, |tag, attributes, children| {
        html::custom(tag).add_any_attr(attributes).child(children).into_any()
    })
}

/// Elements of SVG: the browser must know at their making what they are. Leptos has a type for each.
macro_rules! drawn {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            #[inline(never)]
            pub fn $name() -> El {
                El::made("", |_, attributes, children| {
                    drawing::$name().add_any_attr(attributes).child(children).into_any()
                })
            }
        )*
    };
}

drawn! {
    /// A disc or a ring of a drawing.
    circle,
    /// A straight line of a drawing.
    line,
    /// What stands at the end of lines of a drawing.
    marker,
    /// An outline of a drawing.
    path,
    /// A drawing.
    svg,
}

impl El {
    fn made(tag: &'static str, make: Make) -> Self {
        Self(Box::new(Parts { tag, make, attributes: Vec::new(), children: Vec::new() }))
    }

    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// Its classes.
    #[inline(never)]
    pub fn class(self, classes: &'static str) -> Self {
        self.with(class(classes).into_any_attr())
    }

    /// An attribute with a fixed value.
    #[inline(never)]
    pub fn is(self, name: &'static str, value: &'static str) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// An attribute with a computed value.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: String) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// An attribute that is there only with some value.
    pub fn attr_maybe(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that follows the state.
    #[inline(never)]
    pub fn attr_live(self, name: &'static str, value: Signal<String>) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// Takes the element off the page while `hidden` is true.
    #[inline(never)]
    pub fn absent(self, hidden: Signal<bool>) -> Self {
        self.with(class(("absent", hidden)).into_any_attr())
    }

    /// A property that follows the state: `checked`, `disabled`.
    #[inline(never)]
    pub fn flag(self, name: &'static str, value: Signal<bool>) -> Self {
        self.with(prop(name, value).into_any_attr())
    }

    /// The value of a field, which follows the state.
    #[inline(never)]
    pub fn value(self, value: Signal<String>) -> Self {
        self.with(prop("value", value).into_any_attr())
    }

    /// A property of its style that follows the state; none while the value is empty. (A `style`
    /// attribute would be refused by the Content-Security-Policy.)
    #[inline(never)]
    pub fn property(self, name: &'static str, value: Signal<String>) -> Self {
        self.with(style((name, value)).into_any_attr())
    }

    /// What happens on an event.
    #[inline(never)]
    fn on_boxed(self, name: &'static str, act: Box<dyn FnMut(web_sys::Event)>) -> Self {
        self.with(on(ev::Custom::<web_sys::Event>::new(name), act).into_any_attr())
    }

    /// What happens on an event.
    pub fn on(self, name: &'static str, act: impl FnMut(web_sys::Event) + 'static) -> Self {
        self.on_boxed(name, Box::new(act))
    }

    /// A child.
    #[inline(never)]
    pub fn child(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }

    /// A child that may be missing.
    pub fn child_maybe(self, child: Option<AnyView>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Some children.
    pub fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Self {
        self.0.children.extend(children);
        self
    }

    /// An element inside.
    #[inline(never)]
    pub fn el(self, child: El) -> Self {
        self.child(child.done())
    }

    /// A fixed text inside.
    #[inline(never)]
    pub fn text(self, text: &'static str) -> Self {
        self.child(text.into_any())
    }

    /// A computed text inside.
    #[inline(never)]
    pub fn string(self, text: String) -> Self {
        self.child(text.into_any())
    }

    /// A text inside that follows the state.
    #[inline(never)]
    pub fn live(self, text: Signal<String>) -> Self {
        self.child(text.into_any())
    }

    /// The finished view.
    #[inline(never)]
    pub fn done(self) -> AnyView {
        let Parts { tag, make, attributes, children } = *self.0;
        make(tag, attributes, children)
    }
}
