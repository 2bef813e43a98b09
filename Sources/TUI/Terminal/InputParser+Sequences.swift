/// Keys that terminals send as sequences of bytes.
extension InputParser {
    mutating func takeCSI(_ byte: UInt8, doubled: Bool) {
        switch byte {
        case 0x1B:
            // The sequence before was cut off.
            state = .escape(doubled: false)
        case 0x00..<0x20, 0x7F...0xFF:
            state = .ground
            take(byte)
        case UInt8(ascii: "[") where sequence.isEmpty:
            // The Linux console's F1…F5: one letter follows.
            sequence.append(byte)
        case UInt8(ascii: "$") where Self.isNumber(sequence):
            // rxvt's Shift with an editing key ends in "$".
            state = .ground
            finishCSI(final: byte, doubled: doubled)
        case 0x20..<0x40:
            if sequence.count < Self.sequenceLimit { sequence.append(byte) }
        default:
            state = .ground
            finishCSI(final: byte, doubled: doubled)
        }
    }

    mutating func takeSS3(_ byte: UInt8, doubled: Bool) {
        switch byte {
        case 0x1B: state = .escape(doubled: false)
        case 0x00..<0x20, 0x7F...0xFF:
            state = .ground
            take(byte)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"):
            if sequence.count < Self.sequenceLimit { sequence.append(byte) }
        default:
            state = .ground
            finishSS3(final: byte, doubled: doubled)
        }
    }

    private static func isNumber(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The numbers of a sequence; a part after ":" is left out, a missing number is nil.
    private var numbers: [Int?] {
        sequence.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
            let digits = part.prefix { $0 != UInt8(ascii: ":") }
            return Int(String(decoding: digits, as: UTF8.self))
        }
    }

    /// The keys held, from a sequence's number: 1 and the sum of Shift 1, Alt 2, Ctrl 4.
    private static func modifiers(_ number: Int?, doubled: Bool) -> Key.Modifiers {
        var modifiers: Key.Modifiers = doubled ? .alt : []
        guard let number, number > 1 else { return modifiers }
        let bits = number - 1
        if bits & 1 != 0 { modifiers.insert(.shift) }
        if bits & 2 != 0 || bits & 8 != 0 { modifiers.insert(.alt) }
        if bits & 4 != 0 { modifiers.insert(.control) }
        return modifiers
    }

    private mutating func finishSS3(final: UInt8, doubled: Bool) {
        let modifiers = Self.modifiers(numbers.last ?? nil, doubled: doubled)
        if let character = Self.keypad[final] {
            take(UInt8(ascii: character))
        } else if final == UInt8(ascii: "M") {
            // The keypad's Enter ends a scan as the other one does.
            if modifiers.isEmpty { take(0x0D) } else { emit(Key(.enter, modifiers)) }
        } else if let code = Self.letterKeys[final] {
            emit(Key(code, modifiers))
        } else if final == UInt8(ascii: "I") {
            emit(Key(.tab, modifiers))
        } else if (UInt8(ascii: "a")...UInt8(ascii: "d")).contains(final),
            let code = Self.letterKeys[final - 0x20]
        {
            emit(Key(code, modifiers.union(.control)))
        }
    }

    private mutating func finishCSI(final: UInt8, doubled: Bool) {
        if sequence == [UInt8(ascii: "[")] {
            if (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) {
                emit(Key(.function(Int(final - UInt8(ascii: "A")) + 1)))
            }
            return
        }
        if sequence.first == UInt8(ascii: "<") {
            finishMouse(isPress: final == UInt8(ascii: "M"), isMouse: final | 0x20 == UInt8(ascii: "m"))
            return
        }
        // Anything else private, or with intermediates, is a reply.
        let isPlain = sequence.allSatisfy { (0x30...0x3B).contains($0) }
        guard isPlain, sequence.count < Self.sequenceLimit else { return }
        let numbers = self.numbers
        let first = numbers.first ?? nil
        let second = numbers.count > 1 ? numbers[1] : nil
        // The kitty protocol's key releases.
        if isRelease { return }
        switch final {
        case UInt8(ascii: "~"): finishTilde(first, second, numbers, doubled: doubled)
        case UInt8(ascii: "$"):
            finishTilde(first, 2, numbers, doubled: doubled)
        case UInt8(ascii: "^") where first != nil: finishTilde(first, 5, numbers, doubled: doubled)
        case UInt8(ascii: "@") where first != nil: finishTilde(first, 6, numbers, doubled: doubled)
        case UInt8(ascii: "u"):
            emitCharacter(first, Self.modifiers(second, doubled: doubled))
        case UInt8(ascii: "Z"): emit(Key(.backTab, doubled ? .alt : []))
        case UInt8(ascii: "I") where sequence.isEmpty: events.append(.input(.focus(true)))
        case UInt8(ascii: "O") where sequence.isEmpty: events.append(.input(.focus(false)))
        case UInt8(ascii: "M") where sequence.isEmpty: state = .oldMouse(left: 3)
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            if let code = Self.letterKeys[final - 0x20] { emit(Key(code, .shift)) }
        default:
            guard let code = Self.letterKeys[final], numbers.count <= 2, first == nil || first == 1 else {
                return
            }
            emit(Key(code, Self.modifiers(second, doubled: doubled)))
        }
    }

    private var isRelease: Bool {
        guard let colon = sequence.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let after = sequence[(colon + 1)...].prefix { (0x30...0x39).contains($0) }
        return after.elementsEqual([UInt8(ascii: "3")])
    }

    private mutating func finishTilde(_ number: Int?, _ held: Int?, _ numbers: [Int?], doubled: Bool) {
        guard let number else { return }
        let modifiers = Self.modifiers(held, doubled: doubled)
        switch number {
        case 200:
            endRun(.key)
            state = .paste
        case 27:
            // xterm's modifyOtherKeys: 27; modifiers; character.
            if numbers.count == 3 { emitCharacter(numbers[2], modifiers) }
        case 25, 26, 28, 29, 31, 32, 33, 34:
            let places = [25: 1, 26: 2, 28: 3, 29: 4, 31: 5, 32: 6, 33: 7, 34: 8]
            if let place = places[number] { emit(Key(.function(place), modifiers.union(.shift))) }
        default:
            if let code = Self.numberKeys[number] { emit(Key(code, modifiers)) }
        }
    }

    /// A key that is told by the number of its character.
    private mutating func emitCharacter(_ number: Int?, _ modifiers: Key.Modifiers) {
        guard let number, let value = UInt32(exactly: number), let scalar = Unicode.Scalar(value) else {
            return
        }
        switch value {
        case 9: emit(modifiers == .shift ? Key(.backTab) : Key(.tab, modifiers))
        case 10, 13: emit(Key(.enter, modifiers))
        case 27: emit(Key(.escape, modifiers))
        case 8, 127: emit(Key(.backspace, modifiers))
        case 0..<0x20, 0x80..<0xA0, 0xE000...0xF8FF: break
        default:
            if modifiers.isSubset(of: .shift) {
                for byte in String(Character(scalar)).utf8 { take(byte) }
            } else {
                emit(Key(.character(Character(scalar.properties.lowercaseMapping)), modifiers))
            }
        }
    }

    private mutating func finishMouse(isPress: Bool, isMouse: Bool) {
        sequence.removeFirst()
        let numbers = self.numbers
        guard isMouse, numbers.count == 3, let code = numbers[0], let column = numbers[1],
            let row = numbers[2],
            column > 0, row > 0
        else { return }
        var modifiers: Key.Modifiers = []
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.control) }
        let position = Point(column - 1, row - 1)
        let low = code & 3
        if code & 64 != 0 {
            guard low < 2 else { return }
            events.append(
                .input(
                    .mouse(
                        Mouse(
                            low == 0 ? .scrollUp : .scrollDown, button: 0, at: position, modifiers: modifiers)
                    )))
            return
        }
        let kind: Mouse.Kind =
            code & 32 != 0 ? (low == 3 ? .move : .drag) : isPress ? .press : .release
        events.append(
            .input(
                .mouse(Mouse(kind, button: low == 3 ? 0 : low + 1, at: position, modifiers: modifiers))))
    }

    private static let letterKeys: [UInt8: Key.Code] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
        UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
        UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
        UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
    ]

    private static let numberKeys: [Int: Key.Code] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
        17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
        23: .function(11), 24: .function(12),
    ]

    /// The keypad in application mode; cashiers live on it.
    private static let keypad: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "X"): "=", UInt8(ascii: "j"): "*", UInt8(ascii: "k"): "+", UInt8(ascii: "l"): ",",
        UInt8(ascii: "m"): "-", UInt8(ascii: "n"): ".", UInt8(ascii: "o"): "/", UInt8(ascii: "p"): "0",
        UInt8(ascii: "q"): "1", UInt8(ascii: "r"): "2", UInt8(ascii: "s"): "3", UInt8(ascii: "t"): "4",
        UInt8(ascii: "u"): "5", UInt8(ascii: "v"): "6", UInt8(ascii: "w"): "7", UInt8(ascii: "x"): "8",
        UInt8(ascii: "y"): "9",
    ]
}
