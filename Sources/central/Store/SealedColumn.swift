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

    static func seal(_ text: [UInt8], at place: String, _ seal: DataSeal) throws -> Data {
        Data([mark]) + (try seal.seal(text, at: place))
    }

    /// - Throws: For what is not sealed, or not for this place.
    static func open(_ value: DatabaseValue, at place: String, _ seal: DataSeal) throws -> [UInt8] {
        guard let data = Data.fromDatabaseValue(value), data.first == mark else {
            throw StoreError.unreadable("unsealed \(place.prefix { $0 != ":" })")
        }
        return Array(try seal.open(data.dropFirst(), at: place))
    }

    /// A text that was written before the column was sealed; nil for one that is sealed. For `SealingPass` alone.
    static func plain(_ value: DatabaseValue) throws -> [UInt8]? {
        guard let data = Data.fromDatabaseValue(value) else { throw StoreError.unreadable("column") }
        return data.first == mark ? nil : Array(data)
    }
}
