//! Where a stage takes place: a hall with its floor, a city; of several, one of them.

use super::place::Postal;
use super::read::fields;
use super::text::Text;

fields! {
    /// A place where a stage takes place.
    Venue, map {
        /// The hall, or the city.
        name: Option<Text> = required,
        /// The floor or the room.
        room: Option<Text>,
        /// Its postal address.
        address: Option<Box<Postal>>,
        /// A remark.
        note: Option<Text>,
    }
}
