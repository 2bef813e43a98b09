/// What stands for a pixel where there is no colour: the more of the cell it fills, the brighter.
enum PixelShade {
    private static let blocks: [Unicode.Scalar] = [" ", "░", "▒", "▓", "█"]
    private static let signs: [Unicode.Scalar] = [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"]

    /// - Parameter light: 0 to 255.
    static func scalar(light: Int, isASCII: Bool) -> Unicode.Scalar {
        let scale = isASCII ? signs : blocks
        return scale[min(max(0, light), 255) * scale.count / 256]
    }
}
