/// What is in a folder, as the program read it for a ``FileBrowser``.
public struct FolderListing: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public var name: String
        public var isFolder: Bool
        /// In bytes; nil for folders, and where it could not be read.
        public var size: Int?

        public init(_ name: String, isFolder: Bool = false, size: Int? = nil) {
            self.name = name
            self.isFolder = isFolder
            self.size = size
        }
    }

    /// Absolute.
    public var path: String
    public var entries: [Entry]

    /// - Parameter entries: In any order; folders are shown first, and all by their names.
    public init(path: String, entries: [Entry]) {
        self.path = path
        self.entries = entries
    }
}
