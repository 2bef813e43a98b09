/// Why a bank's file can't be read at all.
public enum BankFileError: Error, Hashable, Sendable {
    case empty
    /// Not UTF-8.
    case encoding
    /// A column is missing.
    case head
    /// More than 20,000 lines.
    case tooLong
}
