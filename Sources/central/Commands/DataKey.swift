import Crypto
import Foundation
import GRDB

/// Where the key that seals answers and files comes from.
enum DataKey {
    /// From the configuration of a ministry; in training from a file beside the database, which is made once.
    ///
    /// - Throws: A `Refusal` where the key is not the one that the database was sealed with: starting would lose what
    ///   citizens wrote.
    static func load(_ store: Store, isTraining: Bool, configuration: String?) throws -> DataSeal {
        let known = try store.readNow { try SettingTable.value($0, SettingTable.dataSeal) }
        let key: SymmetricKey
        if isTraining {
            let path = store.path + ".key"
            if known != nil, !FileManager.default.fileExists(atPath: path) {
                throw Refusal(
                    .data,
                    "Mất tệp khóa \(path): dữ liệu tập huấn không đọc được nữa, hãy làm mới (--reset-training)."
                )
            }
            key = try KeyFile.load(orMake: path)
        } else {
            guard let configuration else {
                throw Refusal(.configuration, "Cơ sở dữ liệu này cần tệp cấu hình có khóa bí mật (--config).")
            }
            key = try CentralConfiguration(path: configuration).dataKey
        }
        let seal = DataSeal(key: key)
        if let known, known != seal.fingerprint {
            throw Refusal(.configuration, "Khóa dữ liệu (data_key) không phải khóa của cơ sở dữ liệu này.")
        }
        return seal
    }
}
