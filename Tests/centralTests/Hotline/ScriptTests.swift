import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("What the hotline says: data in versions, found while somebody speaks")
struct ScriptTests {
    @Test(
        "As one speaks, with accents or without, in any order, the last word only begun",
        arguments: [
            ("tam tru can giay to gi", "1.004194", "giay_to"),
            ("Đăng ký tạm trú bao lâu", "1.004194", "thoi_han"),
            ("thue tro", "1.004194", nil), ("tien tam tru", "1.004194", "phi"),
            ("cho em hỏi làm giấy khai sinh cho con mất bao nhiêu tiền ạ", "1.001193", "phi"),
            ("mien le phi thuong tru", "1.004222", "mien_giam"), ("sao y", "2.000815", nil),
            ("ly lich tu phap online", "3.000333", "noi_nop"), ("ket hon ban an ly hon", "1.000894", nil),
            ("ma tra cuu o dau", "tong-dai", "ma_o_dau"), ("tre hen", "tong-dai", "qua_han"),
            ("ho khau", "1.004222", nil), ("ho kinh doa", "1.001612", nil),
        ] as [(String, String, String?)])
    func finds(query: String, script: String, code: String?) async throws {
        try await TestCentral().run { desk in
            let text = query.replacing(" ", with: "+")
            let found = try await desk.login("tongdai").get(
                "/v1/faq?limit=5&q=" + Target.encode(text))
            let first = found.items.first
            #expect(first?["script"]?.text == script, "\(found.text.prefix(300))")
            if let code { #expect(first?["code"]?.text == code, "\(found.text.prefix(300))") }
        }
    }

    @Test("SE-1 without words, a question of each procedure that callers ask about, the most asked first")
    func suggests() async throws {
        try await TestCentral().run { desk in
            let officer = try await desk.login("tongdai")
            func suggested(_ limit: Int = 3) async throws -> [String] {
                try await officer.get("/v1/faq?limit=\(limit)").items.map { $0["script"]?.text ?? "" }
            }
            func call(about procedure: String) async throws {
                let card = CallTests.with(["procedure": .string(procedure)])
                #expect(try await officer.post("/v1/calls", card, key: UUIDv7.make()).status == 201)
            }
            let unasked = try await suggested(8)
            #expect(Set(unasked).count == 8)
            let (once, twice) = (unasked[6], unasked[7])
            try await call(about: once)
            #expect(try await suggested().first == once)
            for _ in 1...2 { try await call(about: twice) }
            #expect(try await suggested() == [twice, once, unasked[0]])
        }
    }

    private enum Target {
        static func encode(_ text: String) -> String {
            text.utf8.map { byte in
                byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
            }.joined()
        }
    }

    @Test(
        "What nobody means finds nothing, and breaks nothing",
        arguments: ["xyzzy quux", "%25", "%27%20OR%201=1", "%F0%9F%98%80", "*", "%22", "{papers}"])
    func nothing(query: String) async throws {
        try await TestCentral().run { desk in
            let reply = try await desk.login("tongdai").get("/v1/faq?q=" + query)
            #expect(reply.status == 200)
            if query.hasPrefix("xyzzy") { #expect(reply.items.isEmpty) }
        }
    }

    @Test("What is only shown is said once, also where the note says it with more")
    func saidOnce() async throws {
        try await TestCentral().run { desk in
            let answers = try await desk.login("tongdai").get("/v1/scripts/1.001193/answers").items
            let papers = try #require(answers.first { $0["code"] == "giay_to" }?["answer"]?.text)
            #expect(papers.contains("(chỉ xuất trình; đã khai thác được"), "\(papers)")
            #expect(!papers.contains("chỉ xuất trình; chỉ xuất trình"))
        }
    }

    @Test("Every answer of every script is filled: no brace and no blank is read out")
    func filled() async throws {
        try await TestCentral().run { desk in
            let officer = try await desk.login("tongdai")
            let scripts = try await officer.get("/v1/scripts?limit=200").items
            #expect(scripts.count == 28)
            for script in scripts {
                let id = script["id"]?.text ?? ""
                let answers = try await officer.get("/v1/scripts/\(id)/answers").items
                #expect(answers.count > 4, "\(id)")
                for answer in answers {
                    let text = answer["answer"]?.text ?? ""
                    #expect(!text.isEmpty && !text.contains("{") && !text.contains("  "), "\(id) \(text)")
                    #expect(!text.contains("..") && !text.contains(": ."), "\(id) \(text)")
                }
            }
        }
    }

    @Test(
        "An answer says what the procedure's own data say",
        arguments: [
            (
                "1.004194", "phi",
                "Lệ phí đăng ký tạm trú: nộp trực tiếp 15.000 đồng, nộp trực tuyến 7.000 đồng"
            ),
            ("1.004194", "thoi_han", "Thời hạn giải quyết: 3 ngày làm việc."),
            ("1.001193", "phi", "Không thu phí, lệ phí."),
            ("2.000815", "phi", "trang 1 đến 2: 2.000 đồng mỗi trang, từ trang 3: 1.000 đồng mỗi trang"),
            ("1.004194", "giay_to", "tờ khai thay đổi thông tin cư trú (CT01) (1 bản chính)"),
            ("tong-dai", "phieu", "hỏi về hồ sơ, thủ tục: 2 ngày làm việc"),
        ])
    func truthful(script: String, code: String, words: String) async throws {
        try await TestCentral().run { desk in
            let answers = try await desk.login("tongdai").get("/v1/scripts/\(script)/answers").items
            let answer = answers.first { $0["code"]?.text == code }?["answer"]?.text ?? ""
            #expect(answer.contains(words), "\(answer)")
        }
    }

    static let script: JSONValue = [
        "id": "1.004194", "version": 2, "title": "Đăng ký tạm trú", "procedure": "1.004194",
        "effective_from": "2026-11-23", "source": "Bộ Công an",
        "items": [
            [
                "code": "moi", "question": "Ở ký túc xá thì sao?",
                "answer": "Trường hợp danh sách: {papers:danh_sach}",
            ]
        ],
    ]

    @Test("The ministry publishes the next version on the one it saw; desks read it at once, audited")
    func published() async throws {
        try await TestCentral().run { desk in
            let ministry = try await desk.login("quantribo")
            func put(_ body: JSONValue, _ match: String?) async throws -> TestReply {
                var headers = HTTPFields()
                if let match { headers[.ifMatch] = match }
                return try await ministry.send(.put, "/v1/scripts/1.004194", headers: headers, json: body)
            }
            #expect(try await put(Self.script, nil).status == 428)
            #expect(try await put(Self.script, "\"7\"").status == 412)
            let done = try await put(Self.script, "\"1\"")
            #expect(done.status == 201 && done.headers[.eTag] == "\"2\"", "\(done.text)")
            // Its answer was lost: sent again, it is the same version.
            #expect(try await put(Self.script, "\"1\"").status == 200)
            let officer = try await desk.login("tongdai")
            let found = try await officer.get("/v1/faq?q=ky+tuc+xa").items.first
            #expect(
                found?["version"] == 2 && found?["answer"]?.text?.contains("danh sách người tạm trú") == true)
            let entries = try await ministry.get("/v1/audit").items
            #expect(entries.filter { $0["action"] == "catalogue.script" }.count == 1)
            for account in ["tongdai", "tiepnhan", "quantri"] {
                let reply = try await desk.login(account).send(
                    .put, "/v1/scripts/1.004194", json: Self.script)
                #expect(reply.status == 403, "\(account)")
            }
        }
    }

    @Test(
        "The linter says each mistake at its place",
        arguments: [
            (
                ["items": [["code": "a", "question": "b", "answer": "{nope}"]]],
                ["/items/0/answer unknown_place"]
            ),
            (
                ["items": [["code": "a", "question": "b", "answer": "{papers:x}"]]],
                ["/items/0/answer unknown_case"]
            ),
            (
                ["items": [["code": "a", "question": " ", "answer": "{paper:x}"]]],
                ["/items/0/question required", "/items/0/answer unknown_paper"]
            ),
            (
                ["procedure": "9.9"], ["/procedure unknown_procedure"]
            ),
            (["items": []], ["/items out_of_range"]), (["version": 5], ["/version not_next"]),
            (["effective_from": "2026-11-22"], ["/effective_from in_past"]),
            (
                [
                    "items": [
                        ["code": "a", "question": "b", "answer": "c"],
                        ["code": "a", "question": "b", "answer": "c"],
                    ]
                ], ["/items/1/code duplicate"]
            ),
        ] as [([String: JSONValue], [String])])
    func lint(changes: [String: JSONValue], faults: [String]) async throws {
        try await TestCentral().run { desk in
            var members = Self.script.members ?? [:]
            for (key, value) in changes { members[key] = value }
            var headers = HTTPFields()
            headers[.ifMatch] = "*"
            let reply = try await desk.login("quantribo").send(
                .put, "/v1/scripts/1.004194", headers: headers, json: .object(members))
            #expect(reply.faults == faults, "\(reply.text)")
        }
    }

    @Test("Ten thousand answers are searched in less than a debounce")
    func speed() {
        let items = (0..<10_000).map { number in
            (
                answer: ScriptAnswer(
                    script: "s\(number)", version: 1, code: "a",
                    question: "Câu hỏi số \(number) về đăng ký tạm trú", answer: "Trả lời \(number) bằng lời."
                ),
                words: ["thuê trọ", "ở nhờ"]
            )
        }
        let index = ScriptIndex(items)
        let clock = ContinuousClock()
        let spent = clock.measure {
            #expect(index.search("tam tru so 9999", limit: 5).first?.script == "s9999")
        }
        #expect(spent < .milliseconds(900), "\(spent)")
    }
}
