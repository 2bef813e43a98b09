import Foundation
import GRDB

/// Texts that are sealed at rest, as a column keeps them. What is sealed opens with the seal's first byte, which no
/// text begins with.
///
/// Nothing is served before `SealingPass` has sealed what earlier versions left plain, so a plain text in such a column
/// was put there by somebody else: it is refused like one that was changed.
enum SealedColumn {
    /// AES-GCM's output after this byte.
    private static let mark: UInt8 = 0x01
    /// The same of a text that was packed before (`TextPacking`): a dossier's is three times shorter.
    private static let packedMark: UInt8 = 0x02

    static func seal(_ text: [UInt8], at place: String, _ seal: DataSeal) throws -> Data {
        guard let packed = TextPacking.pack(text) else {
            return Data([mark]) + (try seal.seal(text, at: place))
        }
        return Data([packedMark]) + (try seal.seal(packed, at: place + packedPlace))
    }

    /// So that a packed text never opens as one that isn't.
    private static let packedPlace = "|packed"

    /// - Throws: For what is not sealed, or not for this place.
    static func open(_ value: DatabaseValue, at place: String, _ seal: DataSeal) throws -> [UInt8] {
        let data = Data.fromDatabaseValue(value) ?? Data()
        switch data.first {
        case mark: return Array(try seal.open(data.dropFirst(), at: place))
        case packedMark:
            let packed = Array(try seal.open(data.dropFirst(), at: place + packedPlace))
            guard let text = TextPacking.unpack(packed) else {
                throw StoreError.unreadable("packed \(place.prefix { $0 != ":" })")
            }
            return text
        default: throw StoreError.unreadable("unsealed \(place.prefix { $0 != ":" })")
        }
    }

    /// A text that was written before the column was sealed; nil for one that is sealed. For `SealingPass` alone.
    static func plain(_ value: DatabaseValue) throws -> [UInt8]? {
        guard let data = Data.fromDatabaseValue(value) else { throw StoreError.unreadable("column") }
        return data.first == mark || data.first == packedMark ? nil : Array(data)
    }
}
