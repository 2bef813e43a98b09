/// A screen that shows canvases. ``CursesTerminal`` is a real one, ``HeadlessTerminal`` one for tests.
public protocol Terminal: AnyObject {
    /// The size now; may change between two calls.
    var size: Size { get }
    /// True where only ASCII can be shown: borders are transliterated, and text that is lost is marked.
    var isASCII: Bool { get }
    /// Where keys are read from; nil where input is handed over by other means.
    var inputDescriptor: Int32? { get }
    /// Where the process's signals are read from, one byte each with the signal's number; nil where none are
    /// caught.
    var signalDescriptor: Int32? { get }
    /// Whether the mouse is reported; off at the beginning.
    var reportsMouse: Bool { get set }

    /// Makes the screen look like `canvas`, and the cursor stand where it says.
    func present(_ canvas: Canvas, theme: Theme)
    /// The same where only these rows differ from what was presented last; compared are all, where a terminal has
    /// no reason to save that.
    func present(_ canvas: Canvas, rows: Range<Int>, theme: Theme)
    /// Shows one ASCII character and the cursor ahead of the frame that is to be presented next; does nothing where
    /// the terminal cannot, or has to be drawn anew.
    func show(_ character: UInt8, at place: Point, role: Role, cursor: Point)
    /// Forgets what the terminal shows, so that the next ``present(_:theme:)`` sends everything.
    func invalidate()
    /// Reads the size anew after the window has changed.
    func refreshSize()
    /// Sets the window's title: a constant text, never personal data.
    func setTitle(_ title: SafeText)
    /// Gives the terminal back to the shell, as it was.
    func suspend()
    /// Stops the process group, between ``suspend()`` and ``resume()``; returns when it is continued.
    func stop()
    /// Takes the terminal again after ``suspend()``, or after something else has used it.
    func resume()
    /// Gives the terminal back for good. May be called more than once.
    func close()
    func bell()
    /// Offers a text to the clipboard of the one who sits there; nothing tells whether it was taken.
    func copy(_ text: String)
}

extension Terminal {
    public func present(_ canvas: Canvas, rows: Range<Int>, theme: Theme) { present(canvas, theme: theme) }

    public func show(_ character: UInt8, at place: Point, role: Role, cursor: Point) {}
}
