import Crypto

@testable import central

extension DataSeal {
    /// The key of all tests.
    static let test = DataSeal(key: SymmetricKey(data: Array(0..<32) as [UInt8]))
}
