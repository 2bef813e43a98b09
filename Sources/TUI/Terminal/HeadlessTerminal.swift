/// A terminal that keeps what it was shown. It has no globals, so tests can run side by side.
public final class HeadlessTerminal: Terminal {
    public private(set) var size: Size
    public let isASCII: Bool
    public var reportsMouse = false
    public private(set) var canvas: Canvas
    public private(set) var title: SafeText = ""
    public private(set) var bells = 0
    /// What was offered to the clipboard last.
    public private(set) var copied: String?
    public private(set) var frames = 0
    public private(set) var repaints = 0
    public private(set) var isSuspended = false
    public private(set) var isClosed = false

    public init(size: Size = Size(columns: 80, rows: 24), isASCII: Bool = false) {
        self.size = size
        self.isASCII = isASCII
        canvas = Canvas(size: size)
    }

    public var inputDescriptor: Int32? { nil }
    public var signalDescriptor: Int32? { nil }

    public func resize(_ size: Size) {
        self.size = size
    }

    public func present(_ canvas: Canvas, theme: Theme) {
        self.canvas = canvas
        frames += 1
    }

    public func invalidate() { repaints += 1 }
    public func refreshSize() {}
    public func setTitle(_ title: SafeText) { self.title = title }
    public func suspend() { isSuspended = true }
    public func stop() {}
    public func resume() { isSuspended = false }
    public func close() { isClosed = true }
    public func bell() { bells += 1 }
    public func copy(_ text: String) { copied = text }
}
