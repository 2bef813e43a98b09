import TUI

/// What is seen of a file.
enum FileView: Sendable, Equatable {
    /// A page of it, from 1, of so many.
    case picture(PixelImage, page: Int, pages: Int)
    case text([String])
}
