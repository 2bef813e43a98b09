import Forms
import Foundation
import Testing

@testable import Models

@Suite("VietQR")
struct VietQRTests {
    /// The vectors of NAPAS; the first one has inner lengths that don't fit in the copy that is known of it.
    @Test(
        "The checksum agrees with the published vectors",
        arguments: [
            ("123456789", "29B1"),
            (
                "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304",
                "F4E5"
            ),
            (
                "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN6304",
                "4F52"
            ),
            (
                "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA5303704540618000058"
                    + "02VN62340107NPS68690819thanh toan don hang6304", "2E2E"
            ),
        ])
    func checksums(_ text: String, _ checksum: String) {
        #expect(CRC16.text(text.utf8) == checksum)
    }

    @Test("A transfer for a dossier's fee")
    func example() throws {
        let code = try VietQR(
            bank: "970415", account: "113366668888", amount: 16_000, purpose: "H26.12-250715-0001",
            bill: "BL0000123")
        #expect(
            code.payload
                == "00020101021238560010A0000007270126000697041501121133666688880208QRIBFTTA53037045405160005802VN"
                + "62350109BL00001230818H26.12-250715-00016304CC49")
    }

    @Test("A purpose is upper case and without marks; what doesn't fit is refused and never cut")
    func purposes() throws {
        func purpose(_ text: String) throws(VietQRError) -> String {
            try VietQR(bank: "970415", account: "1", amount: 1, purpose: text).purpose
        }
        #expect(try purpose("nộp lệ phí Đống Đa") == "NOP LE PHI DONG DA")
        #expect(try purpose("h15.50.05.13-261008-0975") == "H15.50.05.13-261008-0975")
        #expect(try purpose("G09.20-20260609-0092637") == "G09.20-20260609-0092637")
        #expect(throws: VietQRError.purpose) { try purpose(String(repeating: "A", count: 26)) }
        #expect(throws: VietQRError.purpose) { try purpose("") }
        #expect(throws: VietQRError.purpose) { try purpose("漢") }
    }

    @Test(
        "What no bank reads is refused",
        arguments: [
            ("97041", "1", 1, VietQRError.bank), ("97041A", "1", 1, .bank), ("970415", "", 1, .account),
            ("970415", "12 34", 1, .account), ("970415", "12345678901234567890", 1, .account),
            ("970415", "1", 0, .amount), ("970415", "1", -16_000, .amount),
            ("970415", "1", 10_000_000_000_000, .amount), ("970415", "1", .min, .amount),
        ])
    func refused(_ bank: String, _ account: String, _ amount: Int, _ error: VietQRError) {
        #expect(throws: error) {
            try VietQR(bank: bank, account: account, amount: amount, purpose: "A")
        }
    }

    @Test("1,000 random transfers agree with an implementation of its own, in Python")
    func agrees() throws {
        var generator = SeededGenerator(704)
        let banks = ["970436", "970415", "970418", "970405", "971011"]
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")
        var lines = ""
        var expected: [String] = []
        for _ in 0..<1_000 {
            let account = String(
                (0..<Int.random(in: 1...19, using: &generator)).map { _ in
                    Character(String(Int.random(in: 0...9, using: &generator)))
                })
            let bank = banks[Int.random(in: 0..<banks.count, using: &generator)]
            let amount =
                Int.random(in: 1...9_999_999_999_999, using: &generator)
                >> Int.random(
                    in: 0...30, using: &generator)
            func word() -> String {
                String(
                    (0..<Int.random(in: 1...25, using: &generator)).map { _ in
                        letters[Int.random(in: 0..<letters.count, using: &generator)]
                    })
            }
            let purpose = word()
            let bill = Bool.random(using: &generator) ? word() : nil
            let code = try VietQR(
                bank: bank, account: account, amount: max(amount, 1), purpose: purpose, bill: bill)
            expected.append(code.payload)
            lines +=
                [bank, account, String(max(amount, 1)), purpose, bill ?? ""].joined(separator: "\t") + "\n"
        }
        let answers = try Self.reference(lines).split(separator: "\n").map(String.init)
        #expect(answers == expected)
        #expect(answers.count == 1_000)
    }

    /// What `vietqr.py` makes of the same transfers.
    private static func reference(_ lines: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "transfers.tsv")
        try Data(lines.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", URL(filePath: #filePath).deletingLastPathComponent().appending(path: "vietqr.py").path,
            file.path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }
}
