extension Style {
    /// The same look with `reverse` done by changing the places of two known colours. Terminals erase with a
    /// colour but not with an attribute, so this saves bytes.
    var unreversed: Style {
        guard attributes.contains(.reverse), foreground != .standard, background != .standard else {
            return self
        }
        return Style(background, on: foreground, attributes.subtracting(.reverse))
    }

    /// The same look where bold makes the eight basic colours bright, as many terminals do: black would become
    /// grey. The black of the colour cube stays black; with fewer colours bold is left out.
    func keptLegible(colours: Int) -> Style {
        guard attributes.contains(.bold), case .palette(let front) = foreground, front < 8,
            case .palette(let back) = background, Palette.contrast(front + 8, back) < Palette.leastContrast
        else { return self }
        var style = self
        if colours >= 256, front == 0 {
            style.foreground = .palette(16)
        } else {
            style.attributes.remove(.bold)
        }
        return style
    }

    /// The style on a terminal with so many colours, at least 8.
    func reduced(to colours: Int) -> Style {
        if colours >= 256 { return self }
        let background = self.background.reduced(to: colours)
        var foreground = self.foreground.reduced(to: colours)
        // Two colours that have come too close would hide the text.
        if case .palette(let front) = foreground, case .palette(let back) = background,
            Palette.contrast(front, back) < Palette.leastContrast
        {
            let white: UInt8 = colours >= 16 ? 15 : 7
            foreground = .palette(Palette.contrast(0, back) > Palette.contrast(white, back) ? 0 : white)
        }
        return Style(foreground, on: background, attributes)
    }
}

extension Colour {
    fileprivate func reduced(to colours: Int) -> Colour {
        guard case .palette(let index) = self else { return .standard }
        return .palette(Palette.nearest(index, among: colours >= 16 ? 16 : 8))
    }

    /// The palette's number, or -1 for the terminal's own colour.
    var number: Int32 {
        switch self {
        case .standard: -1
        case .palette(let index): Int32(index)
        }
    }
}
