import Glibc

/// The 256 colours as xterm shows them, for contrast and for terminals with fewer.
enum Palette {
    /// Red, green and blue of a palette colour, 0…255.
    static func rgb(_ index: UInt8) -> (red: Int, green: Int, blue: Int) {
        let index = Int(index)
        if index < 16 { return basic[index] }
        if index >= 232 {
            let grey = 8 + (index - 232) * 10
            return (grey, grey, grey)
        }
        let steps = [0, 95, 135, 175, 215, 255]
        let cube = index - 16
        return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    }

    private static let basic: [(red: Int, green: Int, blue: Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
        (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
        (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]

    /// The colour of the cube or of the greys, 16 to 255, that is nearest to red, green and blue.
    static func index(_ colour: (red: UInt8, green: UInt8, blue: UInt8)) -> UInt8 {
        let (red, green, blue) = (Int(colour.red), Int(colour.green), Int(colour.blue))
        func step(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }
        let cube = UInt8(16 + 36 * step(red) + 6 * step(green) + step(blue))
        let level = min(23, max(0, ((red + green + blue) / 3 - 3) / 10))
        let grey = UInt8(232 + level)
        func distance(_ index: UInt8) -> Int {
            let found = rgb(index)
            let (r, g, b) = (found.red - red, found.green - green, found.blue - blue)
            return 2 * r * r + 4 * g * g + 3 * b * b
        }
        return distance(grey) < distance(cube) ? grey : cube
    }

    /// How bright a colour is to the eye, 0 to 255.
    static func brightness(_ index: UInt8) -> Int {
        let colour = rgb(index)
        return (299 * colour.red + 587 * colour.green + 114 * colour.blue) / 1000
    }

    /// The nearest of the first `count` colours, 8 or 16. What is clearly a colour does not become a grey.
    static func nearest(_ index: UInt8, among count: Int) -> UInt8 {
        if Int(index) < count { return index }
        let wanted = rgb(index)
        func spread(_ colour: (red: Int, green: Int, blue: Int)) -> Int {
            max(colour.red, colour.green, colour.blue) - min(colour.red, colour.green, colour.blue)
        }
        var best: (index: UInt8, distance: Int) = (0, Int.max)
        for candidate in 0..<UInt8(count) {
            let colour = rgb(candidate)
            if spread(wanted) >= 128, spread(colour) == 0 { continue }
            let red = colour.red - wanted.red
            let green = colour.green - wanted.green
            let blue = colour.blue - wanted.blue
            let distance = 2 * red * red + 4 * green * green + 3 * blue * blue
            if distance < best.distance { best = (candidate, distance) }
        }
        return best.index
    }

    /// What WCAG 2.2 asks of text at level AA (1.4.3).
    static let leastContrast = 4.5

    /// The contrast of two colours by WCAG 2.2, from 1 to 21.
    static func contrast(_ a: UInt8, _ b: UInt8) -> Double {
        let (light, dark) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
        return (light + 0.05) / (dark + 0.05)
    }

    private static func luminance(_ index: UInt8) -> Double {
        func linear(_ value: Int) -> Double {
            let part = Double(value) / 255
            return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        let colour = rgb(index)
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    }
}
