/// What a list of files asks its program to do: the toolkit itself reads and sends nothing.
public enum FileRequest: Hashable, Sendable {
    /// Files were chosen, by their paths: add, hash and send them.
    case add([String])
    /// Scan paper, and add what comes of it.
    case scan
    /// Show the file (eForm UP-2).
    case preview(ChosenFile)
    /// Save a copy of the file (eForm UP-2).
    case download(ChosenFile)
    /// The file was taken out of the list: stop what is under way for it.
    case removed(ChosenFile)
}
