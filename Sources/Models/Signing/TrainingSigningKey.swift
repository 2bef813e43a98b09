/// The key that training signs with, the same for every officer. Everybody has it, so a signature by it says nothing:
/// only a training database knows its public half.
public enum TrainingSigningKey {
    public static let id = "training"
    /// The private scalar of a P-256 key, 32 bytes.
    public static let secret = Array(1...32) as [UInt8]
}
