/// The six tones, in the order of ``Letter``'s tables.
enum Tone: Int, CaseIterable, Hashable, Sendable {
    case level
    /// huyền
    case grave
    /// hỏi
    case hook
    /// ngã
    case tilde
    /// sắc
    case acute
    /// nặng
    case dot
}
