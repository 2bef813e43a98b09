import APIClient
import Models
import TUI

/// One thing in a folder, as a file browser shows it.
struct FolderEntry: Hashable, Sendable, Identifiable {
    enum Kind: String, Hashable, Sendable {
        case folder, file
        /// A device, a pipe, a socket: nothing that can be sent.
        case special
        /// A link that leads nowhere, or a thing that went while the folder was read.
        case missing
    }

    /// As the file system has it, whatever it is; with the folder's path it is opened.
    var name: [UInt8]
    /// Of what a link points to, where it is one.
    var kind: Kind
    /// Bytes; of files only.
    var size: Int
    /// When the content was changed last.
    var changedAt: Instant
    var isLink = false

    var id: [UInt8] { name }

    /// The name for the screen: what is no UTF-8 and what a terminal would obey are visible marks.
    var label: SafeText { SafeText(String(decoding: name, as: UTF8.self)) }

    var isHidden: Bool { name.first == UInt8(ascii: ".") }
}
