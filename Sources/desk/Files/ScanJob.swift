import Forms
import TUI

/// A file that is being scanned page by page, for one field of a form.
struct ScanJob: Sendable {
    let path: FieldPath
    let rule: FileRule
    private(set) var pages: [ScannedFile] = []

    init(path: FieldPath, rule: FileRule) {
        self.path = path
        self.rule = rule
    }

    /// All pages become one PDF; where the field takes none, each is a file of its own.
    var isOneFile: Bool { rule.types.contains(.pdf) }

    /// What a page is scanned as: a PDF is made of pictures.
    var pageType: FileType {
        isOneFile || rule.types.contains(.jpeg) ? .jpeg : .png
    }

    /// Whether the field has a place for more than one page.
    var takesMore: Bool { isOneFile || rule.many }

    /// Where pages lie meanwhile, made where nothing has made it yet: with a server of its own desk has no such folder.
    static func folder(_ desk: Desk) throws(ScanError) -> String {
        do throws(StartError) {
            try PrivateFolder.make(desk.paths.runtime)
        } catch {
            throw .noFolder(error.message)
        }
        return desk.paths.runtime
    }

    mutating func add(_ page: ScannedFile) { pages.append(page) }

    /// Takes the last page out again, and off the disk.
    mutating func dropLast() { pages.popLast()?.remove() }

    /// Nothing of it is wanted.
    mutating func drop() {
        for page in pages { page.remove() }
        pages = []
    }

    /// The files that its pages make. Pages that became part of one are removed; call it from an effect.
    func finish(into folder: String) throws(ScanError) -> [ScannedFile] {
        guard isOneFile else { return pages }
        defer { for page in pages { page.remove() } }
        return [try ScannedPDF.write(pages, into: folder)]
    }
}
