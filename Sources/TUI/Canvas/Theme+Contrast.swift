extension Theme {
    /// A role whose text stands out from its ground by less than WCAG 2.2 asks for.
    public struct FaintRole: Sendable, Hashable {
        public let role: Role
        /// Its colours as a theme file names them: "8 on 0".
        public let colours: String
        /// From 1 to 21.
        public let contrast: Double
    }

    /// What can hardly be read, the worst first. The terminal's own colours are not judged: nobody here knows them.
    public var faintRoles: [FaintRole] {
        Role.allCases.compactMap { role -> FaintRole? in
            let style = style(role).unreversed
            guard case .palette(let front) = style.foreground, case .palette(let back) = style.background
            else { return nil }
            let contrast = Palette.contrast(front, back)
            guard contrast < Palette.leastContrast else { return nil }
            return FaintRole(role: role, colours: "\(front) on \(back)", contrast: contrast)
        }.sorted { ($0.contrast, $0.role.rawValue) < ($1.contrast, $1.role.rawValue) }
    }
}
