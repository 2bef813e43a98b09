import CPixbuf

/// PNG, JPEG and TIFF, by gdk-pixbuf. Only the decoder of the kind that the content's first bytes say is let near it.
enum ImageFile {
    /// A page of A4 at 600 dots an inch has 35 million.
    static let mostPixels = 50_000_000

    /// What is known before the pixels are decoded.
    fileprivate final class Size {
        let box: Picture.Box
        var source = Picture.Box(width: 0, height: 0)
        var isTooLarge = false

        init(_ box: Picture.Box) {
            self.box = box
        }
    }

    /// - Parameter pages: How many the file has; `bytes` begin with the one that is wanted.
    static func picture(
        of bytes: [UInt8], as kind: String, page: Int = 1, pages: Int = 1, in box: Picture.Box
    ) throws(PreviewFailure) -> Picture {
        guard page <= pages else { throw PreviewFailure(.usage, Words.noPage(page, of: pages)) }
        let size = Size(box)
        let decoded = try decode(bytes, as: kind, size)
        defer { g_object_unref(UnsafeMutableRawPointer(decoded)) }
        // A camera that was held upright says so beside the pixels.
        guard let upright = gdk_pixbuf_apply_embedded_orientation(decoded) else {
            throw PreviewFailure(.software, Words.software)
        }
        defer { g_object_unref(UnsafeMutableRawPointer(upright)) }
        let isTurned = gdk_pixbuf_get_width(upright) != gdk_pixbuf_get_width(decoded)
        let source =
            isTurned ? Picture.Box(width: size.source.height, height: size.source.width) : size.source
        let fitted = Picture.fit(Double(source.width), Double(source.height), in: box)
        guard
            let small = gdk_pixbuf_scale_simple(
                upright, Int32(fitted.width), Int32(fitted.height), GDK_INTERP_BILINEAR)
        else { throw PreviewFailure(.software, Words.software) }
        defer { g_object_unref(UnsafeMutableRawPointer(small)) }
        return Picture(
            width: fitted.width, height: fitted.height, rgb: try colours(of: small), page: page, pages: pages,
            source: source)
    }

    /// The pixels, at most twice as many each way as are shown. The caller owns them.
    private static func decode(
        _ bytes: [UInt8], as kind: String, _ size: Size
    ) throws(PreviewFailure) -> OpaquePointer {
        guard let loader = gdk_pixbuf_loader_new_with_type(kind, nil) else {
            throw PreviewFailure(.software, Words.software)
        }
        defer { g_object_unref(UnsafeMutableRawPointer(loader)) }
        let prepared:
            @convention(c) (UnsafeMutablePointer<GdkPixbufLoader>?, Int32, Int32, gpointer?) -> Void = {
                loader, width, height, context in
                guard let context else { return }
                Unmanaged<Size>.fromOpaque(context).takeUnretainedValue().prepare(
                    loader, Int(width), Int(height))
            }
        g_signal_connect_data(
            UnsafeMutableRawPointer(loader), "size-prepared", unsafeBitCast(prepared, to: GCallback.self),
            Unmanaged.passUnretained(size).toOpaque(), nil, GConnectFlags(rawValue: 0))
        let isTaken = bytes.withUnsafeBufferPointer {
            gdk_pixbuf_loader_write(loader, $0.baseAddress, gsize($0.count), nil) != 0
        }
        let isWhole = gdk_pixbuf_loader_close(loader, nil) != 0
        if size.isTooLarge { throw PreviewFailure(.tooLarge, Words.tooManyPixels(mostPixels)) }
        guard isTaken, isWhole, size.source.width > 0, let pixels = gdk_pixbuf_loader_get_pixbuf(loader)
        else {
            throw PreviewFailure(.damaged, Words.damaged)
        }
        g_object_ref(UnsafeMutableRawPointer(pixels))
        return pixels
    }

    /// On white where the picture is transparent, as on paper.
    private static func colours(of pixels: OpaquePointer) throws(PreviewFailure) -> [UInt8] {
        let (width, height) = (Int(gdk_pixbuf_get_width(pixels)), Int(gdk_pixbuf_get_height(pixels)))
        let (channels, stride) = (
            Int(gdk_pixbuf_get_n_channels(pixels)), Int(gdk_pixbuf_get_rowstride(pixels))
        )
        guard let bytes = gdk_pixbuf_read_pixels(pixels), channels >= 3,
            gdk_pixbuf_get_bits_per_sample(pixels) == 8
        else { throw PreviewFailure(.software, Words.software) }
        var rgb: [UInt8] = []
        rgb.reserveCapacity(width * height * 3)
        for y in 0..<height {
            for x in 0..<width {
                let place = bytes + (y * stride + x * channels)
                let alpha = channels > 3 ? Int(place[3]) : 255
                for channel in 0..<3 {
                    rgb.append(UInt8((Int(place[channel]) * alpha + 255 * (255 - alpha)) / 255))
                }
            }
        }
        return rgb
    }
}

extension ImageFile.Size {
    /// Refuses a picture of too many pixels before any is decoded, and asks for one that is hardly larger than needed.
    fileprivate func prepare(_ loader: UnsafeMutablePointer<GdkPixbufLoader>?, _ width: Int, _ height: Int) {
        source = Picture.Box(width: width, height: height)
        guard width > 0, height > 0, width <= ImageFile.mostPixels / height else {
            isTooLarge = true
            // Zero is how a decoder is told to stop.
            gdk_pixbuf_loader_set_size(loader, 0, 0)
            return
        }
        let side = max(box.width, box.height) * 2
        guard width > side || height > side else { return }
        let wanted = Picture.fit(
            Double(width), Double(height), in: Picture.Box(width: side, height: side))
        gdk_pixbuf_loader_set_size(loader, Int32(wanted.width), Int32(wanted.height))
    }
}
