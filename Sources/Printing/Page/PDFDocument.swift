import CPango

/// A PDF in the making, kept in memory: a file is written only once it is whole.
final class PDFDocument {
    private let surface: OpaquePointer
    private let cairo: OpaquePointer
    private let sink: Sink

    private final class Sink {
        var bytes: [UInt8] = []
    }

    /// - Parameters:
    ///   - width: of each page, in points.
    ///   - title: shown by viewers in place of the file's name.
    init(width: Double, height: Double, title: String) throws(PrintFailure) {
        let sink = Sink()
        let surface = cairo_pdf_surface_create_for_stream(
            { closure, data, length in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
                sink.bytes += UnsafeBufferPointer(start: data, count: Int(length))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), width, height)
        guard let surface, let cairo = cairo_create(surface) else {
            throw PrintFailure(.software, Words.drawingFailed("cairo"))
        }
        self.sink = sink
        self.surface = surface
        self.cairo = cairo
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "desk-print")
    }

    deinit {
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
    }

    /// Draws one page and closes it.
    func page(_ draw: (Canvas) -> Void) throws(PrintFailure) {
        draw(Canvas(cairo: cairo))
        cairo_show_page(cairo)
        try check(cairo_status(cairo))
    }

    /// The whole document. Nothing can be drawn after it.
    func finish() throws(PrintFailure) -> [UInt8] {
        cairo_surface_finish(surface)
        try check(cairo_surface_status(surface))
        return sink.bytes
    }

    private func check(_ status: cairo_status_t) throws(PrintFailure) {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        let reason = cairo_status_to_string(status).map { String(cString: $0) } ?? "cairo"
        throw PrintFailure(.software, Words.drawingFailed(reason))
    }
}
