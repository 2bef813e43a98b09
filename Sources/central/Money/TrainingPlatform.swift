import Crypto
import Foundation

/// The payment platform of training, where nobody's money moves: its key is known to all.
enum TrainingPlatform {
    static let key = SymmetricKey(data: Data("khoa chung cua nen tang tap huan".utf8))
}
