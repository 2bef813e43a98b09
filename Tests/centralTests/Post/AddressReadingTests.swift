import Forms
import Models
import Testing

@testable import central

@Suite("Addresses of today, and of before 01/07/2025")
struct AddressReadingTests {
    private static func read(_ text: String, commune: String? = nil) async throws -> AddressReading.Outcome {
        let test = try TestCentral()
        let day = test.clock.now.date
        return try await test.central.store.read {
            try AddressReading(database: $0, day: day).read(text, commune: commune, at: "/address")
        }
    }

    @Test(
        "Found, however it is written",
        arguments: [
            // As it is called today.
            ("12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội", "00070", nil),
            ("12 hang bac, p. hoan kiem, tp. ha noi", "00070", nil),
            ("Số 5, Phường Cửa Nam, TP Hà Nội", "00073", nil),
            ("Hoàn Kiếm, Hà Nội", "00070", nil),
            // A ward that was merged whole, with its district or without.
            (
                "12 Hàng Bạc, Phường Hàng Bạc, Quận Hoàn Kiếm, Hà Nội", "00070",
                "Phường Hàng Bạc, Quận Hoàn Kiếm"
            ),
            ("12 Hàng Bạc, Phường Hàng Bạc, Hà Nội", "00070", "Phường Hàng Bạc"),
            // Of names that differ by a mark alone, the one that is written.
            ("Ấp 1, Xã Tân Thạnh, Tỉnh Tây Ninh", nil, nil), ("Ấp 1, Xã Tân Thành, Tỉnh Tây Ninh", nil, nil),
            // A province that was merged, too.
            ("Thôn 1, Xã Lũng Cú, Huyện Đồng Văn, Tỉnh Hà Giang", nil, "Xã Lũng Cú, Huyện Đồng Văn"),
        ] as [(String, String?, String?)])
    func found(text: String, code: String?, former: String?) async throws {
        guard case .found(let address) = try await Self.read(text) else {
            Issue.record("\(try await Self.read(text))")
            return
        }
        if let code { #expect(address.commune.code == code) }
        #expect(address.former == former)
        if text.contains("Tân Th") { #expect(text.contains(address.commune.name)) }
        if text.contains("Hà Giang") { #expect(address.province.name == "Tỉnh Tuyên Quang") }
    }

    @Test(
        "Refused, with what to do about it",
        arguments: [
            ("", "incomplete_address"), ("12 Hàng Bạc", "incomplete_address"),
            ("Hà Nội, Hà Nội, Hà Nội2", "unknown_province"),
            ("1 Phố, Phường Không Có, Hà Nội", "unknown_commune"),
            ("1 Phố, Phường Hàng Bạc, Quận Ba Đình, Hà Nội", "unknown_commune"),
            ("1 Phố, Phường Hoàn Kiếm, Tỉnh Hà Giang", "unknown_commune"),
        ])
    func refused(text: String, code: String) async throws {
        guard case .refused(let fault) = try await Self.read(text) else {
            Issue.record("\(text) was taken")
            return
        }
        #expect(fault.code == code && fault.pointer == "/address" && fault.hint != nil)
    }

    @Test("A ward that was divided is the citizen's to say: by the code of the commune of today")
    func divided() async throws {
        let text = "1 Phố, Phường Đội Cấn, Quận Ba Đình, Hà Nội"
        guard case .refused(let fault) = try await Self.read(text) else {
            Issue.record("taken")
            return
        }
        #expect(fault.code == "ambiguous_commune" && fault.message.contains("Phường Ngọc Hà (00008)"))
        guard case .found(let address) = try await Self.read(text, commune: "00008") else {
            Issue.record("refused")
            return
        }
        #expect(address.text == "1 Phố, Phường Ngọc Hà, Thành phố Hà Nội")
        #expect(fault.candidates?.contains(CodeName(code: "00008", name: "Phường Ngọc Hà")) == true)
        guard case .refused(let wrong) = try await Self.read(text, commune: "00070") else {
            Issue.record("a commune that it never belonged to was taken")
            return
        }
        #expect(wrong.code == "wrong_commune" && wrong.pointer == "/commune")
        #expect(wrong.candidates == fault.candidates)
    }

    @Test(
        "Every commune of before belongs to communes of today, all of one province, and none of today is left out"
    )
    func data() throws {
        let set = try TrainingData.load(directory: TrainingData.directory)
        let today = Dictionary(uniqueKeysWithValues: set.communes.map { ($0.code, $0.province) })
        var reached: Set<String> = []
        var count = 0
        for district in set.formerDistricts {
            let items = district.communeItems
            #expect(items.count == district.communes.count, "\(district.district)")
            for item in items {
                count += 1
                let successors = (item.extra?["successors"] ?? "").split(separator: " ").map(String.init)
                #expect(
                    !successors.isEmpty && successors.allSatisfy { today[$0] == district.province }, "\(item)"
                )
                reached.formUnion(successors)
            }
        }
        #expect(count == 10_035)
        // Islands that were districts without communes.
        let islands: Set = ["11948", "19742", "20333", "21548", "26732"]
        #expect(Set(today.keys).subtracting(reached) == islands)
    }
}
