import CPixbuf
import CPoppler

/// One page of a PDF, by poppler.
enum PDFPage {
    /// A page's side, in points: PDF itself knows none above 14,400.
    static let sides = 1.0...20_000.0

    static func picture(of bytes: [UInt8], page: Int, in box: Picture.Box) throws(PreviewFailure) -> Picture {
        // What poppler has to say of a bad file is for nobody; the exit code is.
        g_log_set_default_handler({ _, _, _, _ in }, nil)
        let document = try open(bytes)
        defer { g_object_unref(UnsafeMutableRawPointer(document)) }
        let pages = Int(poppler_document_get_n_pages(document))
        guard pages > 0 else { throw PreviewFailure(.damaged, Words.damaged) }
        guard page <= pages else { throw PreviewFailure(.usage, Words.noPage(page, of: pages)) }
        guard let sheet = poppler_document_get_page(document, Int32(page - 1)) else {
            throw PreviewFailure(.damaged, Words.damaged)
        }
        defer { g_object_unref(UnsafeMutableRawPointer(sheet)) }
        var (width, height) = (0.0, 0.0)
        poppler_page_get_size(sheet, &width, &height)
        guard sides.contains(width), sides.contains(height) else {
            throw PreviewFailure(.damaged, Words.damaged)
        }
        let fitted = Picture.fit(width, height, in: box, enlarging: true)
        return Picture(
            width: fitted.width, height: fitted.height,
            rgb: try draw(
                sheet, fitted, by: (Double(fitted.width) / width, Double(fitted.height) / height)),
            page: page,
            pages: pages, source: Picture.Box(width: Int(width.rounded()), height: Int(height.rounded())))
    }

    private static func open(_ bytes: [UInt8]) throws(PreviewFailure) -> OpaquePointer {
        let content = bytes.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
        defer { g_bytes_unref(content) }
        var error: UnsafeMutablePointer<GError>?
        if let document = poppler_document_new_from_bytes(content, nil, &error) { return document }
        defer { g_clear_error(&error) }
        let isLocked = error.map {
            $0.pointee.domain == poppler_error_quark()
                && $0.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue)
        }
        throw isLocked == true
            ? PreviewFailure(.locked, Words.locked) : PreviewFailure(.damaged, Words.damaged)
    }

    private static func draw(
        _ sheet: OpaquePointer, _ size: Picture.Box, by scale: (x: Double, y: Double)
    ) throws(PreviewFailure) -> [UInt8] {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(size.width), Int32(size.height))
        defer { cairo_surface_destroy(surface) }
        let pen = cairo_create(surface)
        cairo_set_source_rgb(pen, 1, 1, 1)
        cairo_paint(pen)
        cairo_scale(pen, scale.x, scale.y)
        poppler_page_render(sheet, pen)
        let status = cairo_status(pen)
        cairo_destroy(pen)
        cairo_surface_flush(surface)
        guard status == CAIRO_STATUS_SUCCESS, let bytes = cairo_image_surface_get_data(surface) else {
            throw PreviewFailure(.software, Words.software)
        }
        let stride = Int(cairo_image_surface_get_stride(surface))
        var rgb: [UInt8] = []
        rgb.reserveCapacity(size.width * size.height * 3)
        for y in 0..<size.height {
            for x in 0..<size.width {
                // One word a pixel, in the machine's order.
                let word = UnsafeRawPointer(bytes).load(fromByteOffset: y * stride + x * 4, as: UInt32.self)
                rgb.append(UInt8(truncatingIfNeeded: word >> 16))
                rgb.append(UInt8(truncatingIfNeeded: word >> 8))
                rgb.append(UInt8(truncatingIfNeeded: word))
            }
        }
        return rgb
    }
}
