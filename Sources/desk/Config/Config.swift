import Forms
import TUI

/// The settings of one desk, as its configuration file gives them.
///
/// Every value is optional there; what is absent has the default written here.
struct Config: Sendable, Equatable {
    /// `[server]`: which central system this desk works with.
    struct Server: Sendable, Equatable {
        /// `unix:PATH`, `https://…` or `http://127.0.0.1:…`. Absent means training.
        var url: String?
        /// PEM file with the authorities that a government network's own certificate needs.
        var caFile: String?
    }

    /// `[ui]`: how it looks.
    struct Interface: Sendable, Equatable {
        var language = Language.vi
        /// A theme's name; absent takes the first built-in one that the terminal can show.
        var theme: String?
        /// Borders and marks in ASCII, for fonts without box drawing.
        var ascii = false
    }

    /// `[print]`: where slips go.
    struct Printing: Sendable, Equatable {
        /// A CUPS destination for `lp`; absent means that slips are saved as PDF only.
        var printer: String?
        /// Folder of the saved PDFs; absent means the documents folder of the user.
        var folder: String?
    }

    /// `[desk]`: where it stands.
    struct Place: Sendable, Equatable {
        /// The place name in a slip's date line ("Hà Nội"); absent takes the unit's.
        var name: String?
    }

    /// `[typing]`: how keys become Vietnamese letters where the terminal brings no method of its own.
    struct Typing: Sendable, Equatable {
        /// At the start; a key switches.
        var method = InputMethod.off
        var tones = TonePlacement.old
    }

    var server = Server()
    var interface = Interface()
    var printing = Printing()
    var place = Place()
    var typing = Typing()
}
