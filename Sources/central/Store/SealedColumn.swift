import Foundation
import GRDB

/// Texts that are sealed at rest, as a column keeps them. Rows of databases made before there was a seal are plain
/// until `SealingPass` has been over them; what is sealed opens with the seal's first byte, which no JSON begins with.
enum SealedColumn {
    /// AES-GCM's output after this byte.
    private static let mark: UInt8 = 0x01

    static func seal(_ text: [UInt8], at place: String, _ seal: DataSeal) throws -> Data {
        Data([mark]) + (try seal.seal(text, at: place))
    }

    /// The plain bytes of a column, whether they were sealed or not.
    static func open(_ value: DatabaseValue, at place: String, _ seal: DataSeal) throws -> [UInt8] {
        guard let data = Data.fromDatabaseValue(value) else { throw StoreError.unreadable("column") }
        guard data.first == mark else { return Array(data) }
        return Array(try seal.open(data.dropFirst(), at: place))
    }

    static func isSealed(_ value: DatabaseValue) -> Bool {
        Data.fromDatabaseValue(value)?.first == mark
    }
}
