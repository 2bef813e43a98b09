/// The pages of a TIFF: a chain of directories, each of which says where the next one lies.
///
/// gdk-pixbuf decodes the first directory alone; a page further on is decoded by telling it that the chain begins
/// there. Nothing of the chain is believed: it ends where it leaves the file, comes back to itself or grows too long.
struct TIFFPages {
    /// More pages than a scan of 20 MiB has.
    static let most = 2_000

    private let bytes: [UInt8]
    private let isLittle: Bool
    /// Where the directories of the pages begin.
    private let places: [Int]

    /// - Parameter bytes: Of a file whose first bytes say that it is a TIFF.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        isLittle = bytes.first == UInt8(ascii: "I")
        // Another version has places of another width: its first page is left to the decoder.
        let isClassic = Self.number(bytes, at: 2, width: 2, isLittle) == 42
        places = isClassic ? Self.chain(bytes, isLittle) : []
    }

    /// At least one: what is wrong with the first is the decoder's to say.
    var count: Int { max(1, places.count) }

    /// The file as if this page, from 1, were its first.
    func file(beginningAt page: Int) -> [UInt8] {
        guard page > 1, places.indices.contains(page - 1) else { return bytes }
        var file = bytes
        let place = UInt32(places[page - 1])
        for index in 0..<4 {
            let shift = UInt32(8 * (isLittle ? index : 3 - index))
            file[4 + index] = UInt8(truncatingIfNeeded: place >> shift)
        }
        return file
    }

    private static func chain(_ bytes: [UInt8], _ isLittle: Bool) -> [Int] {
        var pages: [Int] = []
        var seen: Set<Int> = []
        var next = number(bytes, at: 4, width: 4, isLittle)
        while let place = next, place >= 8, seen.count < most, seen.insert(place).inserted,
            let entries = number(bytes, at: place, width: 2, isLittle), entries > 0,
            place + 2 + entries * 12 <= bytes.count
        {
            if pages.isEmpty || !isReduced(bytes, place, entries, isLittle) { pages.append(place) }
            next = number(bytes, at: place + 2 + entries * 12, width: 4, isLittle)
        }
        return pages
    }

    /// Whether the directory says (tag 254) that it is a small copy of another page, or a mask.
    private static func isReduced(_ bytes: [UInt8], _ place: Int, _ entries: Int, _ isLittle: Bool) -> Bool {
        for entry in 0..<entries {
            let at = place + 2 + entry * 12
            guard number(bytes, at: at, width: 2, isLittle) == 254 else { continue }
            return (number(bytes, at: at + 8, width: 4, isLittle) ?? 0) & 0b101 != 0
        }
        return false
    }

    private static func number(_ bytes: [UInt8], at place: Int, width: Int, _ isLittle: Bool) -> Int? {
        guard place >= 0, place + width <= bytes.count else { return nil }
        let digits = bytes[place..<(place + width)]
        return (isLittle ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
    }
}
