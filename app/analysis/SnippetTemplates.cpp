#include "analysis/SnippetTemplates.h"

namespace scopes {

namespace {

constexpr SnippetTemplate swift{
    .id = "swift",
    .imports = {"import Foundation\n\n", "import CryptoKit\nimport Foundation\n\n", "import CryptoKit\nimport Foundation\n\n"},
    .helpers = R"(func base64url(_ bytes: [UInt8]) -> String {
    return Data(bytes).base64EncodedString()
        .replacingOccurrences(of: "+", with: "-")
        .replacingOccurrences(of: "/", with: "_")
        .replacingOccurrences(of: "=", with: "")
}

// Swift takes random numbers from the system, fit for secrets.
func randomText(_ count: Int) -> String {
    return base64url((0..<count).map { _ in UInt8.random(in: 0...255) })
}

)",
    .state = "let state = randomText(16) // Keep it: the answer must bring the same.\n",
    .challenge = {"", R"(let codeVerifier = randomText(32) // Keep it for the token call.
let digest = SHA256.hash(data: Data(codeVerifier.utf8))
let codeChallenge = digest.map { String(format: "%02x", $0) }.joined()
)",
        R"(let codeVerifier = randomText(32) // Keep it for the token call.
let codeChallenge = base64url(Array(SHA256.hash(data: Data(codeVerifier.utf8))))
)"},
    .begin = R"(
let unreserved = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
let parameters: [(String, String)] = [
)",
    .pair = {"    (", ", ", "),\n"},
    .afterAddress = R"( + parameters.map { name, value in
    name.addingPercentEncoding(withAllowedCharacters: unreserved)! + "="
        + value.addingPercentEncoding(withAllowedCharacters: unreserved)!
}.joined(separator: "&"))!
print(url)
)",
    .afterParameters = "]\nlet url = URL(string: ",
    .isAddressLast = true,
    .stateName = "state",
    .challengeName = "codeChallenge",
};

constexpr std::string_view kotlinImports =
    "import java.net.URLEncoder\nimport java.security.SecureRandom\nimport java.util.Base64\n\n";
constexpr std::string_view kotlinDigestImports = "import java.net.URLEncoder\nimport java.security.MessageDigest\nimport "
                                                 "java.security.SecureRandom\nimport java.util.Base64\n\n";

constexpr SnippetTemplate kotlin{
    .id = "kotlin",
    .imports = {kotlinImports, kotlinDigestImports, kotlinDigestImports},
    .helpers = R"(fun base64Url(bytes: ByteArray): String = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)

fun randomText(count: Int): String = base64Url(ByteArray(count).also { SecureRandom().nextBytes(it) })

fun main() {
)",
    .state = "    val state = randomText(16) // Keep it: the answer must bring the same.\n",
    .challenge = {"", R"(    val codeVerifier = randomText(32) // Keep it for the token call.
    val digest = MessageDigest.getInstance("SHA-256").digest(codeVerifier.toByteArray(Charsets.US_ASCII))
    val codeChallenge = digest.joinToString("") { "%02x".format(it) }
)",
        R"(    val codeVerifier = randomText(32) // Keep it for the token call.
    val digest = MessageDigest.getInstance("SHA-256").digest(codeVerifier.toByteArray(Charsets.US_ASCII))
    val codeChallenge = base64Url(digest)
)"},
    .begin = "\n    val parameters = LinkedHashMap<String, String>()\n",
    .pair = {"    parameters[", "] = ", "\n"},
    .afterAddress = R"( + parameters.entries.joinToString("&") { (name, value) ->
        URLEncoder.encode(name, "UTF-8") + "=" + URLEncoder.encode(value, "UTF-8")
    }
    println(url)
}
)",
    .afterParameters = "    val url = ",
    .isAddressLast = true,
    .stateName = "state",
    .challengeName = "codeChallenge",
};

constexpr SnippetTemplate javascript{
    .id = "javascript",
    .imports = {"// An ES module, for browsers and Node.js.\n", "// An ES module, for browsers and Node.js.\n",
        "// An ES module, for browsers and Node.js.\n"},
    .helpers = R"(const base64url = (bytes) =>
    btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
const randomText = (count) => base64url(crypto.getRandomValues(new Uint8Array(count)));

)",
    .state = "const state = randomText(16); // Keep it: the answer must bring the same.\n",
    .challenge = {"", R"(const codeVerifier = randomText(32); // Keep it for the token call.
const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier)));
const codeChallenge = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
)",
        R"(const codeVerifier = randomText(32); // Keep it for the token call.
const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier)));
const codeChallenge = base64url(digest);
)"},
    .begin = "\nconst url = ",
    .pair = {"    ", ": ", ",\n"},
    .afterAddress = " + new URLSearchParams({\n",
    .afterParameters = "});\nconsole.log(url);\n",
    .stateName = "state",
    .challengeName = "codeChallenge",
};

constexpr SnippetTemplate python{
    .id = "python",
    .imports = {"import secrets\nfrom urllib.parse import urlencode\n\n",
        "import hashlib\nimport secrets\nfrom urllib.parse import urlencode\n\n",
        "import base64\nimport hashlib\nimport secrets\nfrom urllib.parse import urlencode\n\n"},
    .helpers = "",
    .state = "state = secrets.token_urlsafe(16)  # Keep it: the answer must bring the same.\n",
    .challenge = {"", R"(code_verifier = secrets.token_urlsafe(32)  # Keep it for the token call.
code_challenge = hashlib.sha256(code_verifier.encode("ascii")).hexdigest()
)",
        R"(code_verifier = secrets.token_urlsafe(32)  # Keep it for the token call.
digest = hashlib.sha256(code_verifier.encode("ascii")).digest()
code_challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
)"},
    .begin = "\nurl = ",
    .pair = {"    ", ": ", ",\n"},
    .afterAddress = " + urlencode({\n",
    .afterParameters = "})\nprint(url)\n",
    .stateName = "state",
    .challengeName = "code_challenge",
};

constexpr SnippetTemplate php{
    .id = "php",
    .imports = {"<?php\n", "<?php\n", "<?php\n"},
    .helpers = "$base64url = fn (string $bytes): string => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');\n\n",
    .state = "$state = $base64url(random_bytes(16)); // Keep it: the answer must bring the same.\n",
    .challenge = {"", R"($codeVerifier = $base64url(random_bytes(32)); // Keep it for the token call.
$codeChallenge = hash('sha256', $codeVerifier);
)",
        R"($codeVerifier = $base64url(random_bytes(32)); // Keep it for the token call.
$codeChallenge = $base64url(hash('sha256', $codeVerifier, true));
)"},
    .begin = "\n$url = ",
    .pair = {"    ", " => ", ",\n"},
    .afterAddress = " . http_build_query([\n",
    .afterParameters = "], '', '&', PHP_QUERY_RFC3986);\necho $url, PHP_EOL;\n",
    .stateName = "$state",
    .challengeName = "$codeChallenge",
};

constexpr SnippetTemplate go{
    .id = "go",
    .imports =
        {
            "package main\n\nimport (\n\t\"crypto/rand\"\n\t\"encoding/base64\"\n\t\"fmt\"\n\t\"net/url\"\n)\n\n",
            "package main\n\nimport "
            "(\n\t\"crypto/rand\"\n\t\"crypto/sha256\"\n\t\"encoding/base64\"\n\t\"encoding/hex\"\n\t\"fmt\"\n"
            "\t\"net/url\"\n)\n\n",
            "package main\n\nimport "
            "(\n\t\"crypto/rand\"\n\t\"crypto/sha256\"\n\t\"encoding/base64\"\n\t\"fmt\"\n\t\"net/url\"\n)\n\n",
        },
    .helpers = "func randomText(count int) string {\n"
               "\tbytes := make([]byte, count)\n"
               "\tif _, err := rand.Read(bytes); err != nil {\n"
               "\t\tpanic(err)\n"
               "\t}\n"
               "\treturn base64.RawURLEncoding.EncodeToString(bytes)\n"
               "}\n\n"
               "func main() {\n",
    .state = "\tstate := randomText(16) // Keep it: the answer must bring the same.\n",
    .challenge = {"",
        "\tcodeVerifier := randomText(32) // Keep it for the token call.\n"
        "\tdigest := sha256.Sum256([]byte(codeVerifier))\n"
        "\tcodeChallenge := hex.EncodeToString(digest[:])\n",
        "\tcodeVerifier := randomText(32) // Keep it for the token call.\n"
        "\tdigest := sha256.Sum256([]byte(codeVerifier))\n"
        "\tcodeChallenge := base64.RawURLEncoding.EncodeToString(digest[:])\n"},
    .begin = "\n\tparameters := url.Values{}\n",
    .pair = {"\tparameters.Set(", ", ", ")\n"},
    .afterAddress = " + parameters.Encode())\n}\n",
    .afterParameters = "\tfmt.Println(",
    .isAddressLast = true,
    .stateName = "state",
    .challengeName = "codeChallenge",
};

constexpr std::string_view csharpImports = "using System;\nusing System.Linq;\nusing System.Security.Cryptography;\n\n";
constexpr std::string_view csharpDigestImports =
    "using System;\nusing System.Linq;\nusing System.Security.Cryptography;\nusing System.Text;\n\n";

constexpr SnippetTemplate csharp{
    .id = "csharp",
    .imports = {csharpImports, csharpDigestImports, csharpDigestImports},
    .helpers = R"(static string Base64Url(byte[] bytes) =>
    Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

)",
    .state = "string state = Base64Url(RandomNumberGenerator.GetBytes(16)); // Keep it: the answer must bring the same.\n",
    .challenge = {"", R"(string codeVerifier = Base64Url(RandomNumberGenerator.GetBytes(32)); // Keep it for the token call.
byte[] digest = SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier));
string codeChallenge = Convert.ToHexString(digest).ToLowerInvariant();
)",
        R"(string codeVerifier = Base64Url(RandomNumberGenerator.GetBytes(32)); // Keep it for the token call.
string codeChallenge = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)));
)"},
    .begin = "\nvar parameters = new (string Name, string Value)[]\n{\n",
    .pair = {"    (", ", ", "),\n"},
    .afterAddress = R"( + string.Join("&",
    parameters.Select(one => Uri.EscapeDataString(one.Name) + "=" + Uri.EscapeDataString(one.Value)));
Console.WriteLine(url);
)",
    .afterParameters = "};\nstring url = ",
    .isAddressLast = true,
    .stateName = "state",
    .challengeName = "codeChallenge",
};

constexpr auto templates = std::to_array<SnippetTemplate>({swift, kotlin, javascript, python, php, go, csharp});

} // namespace

std::span<const SnippetTemplate> snippetTemplates()
{
    return templates;
}

} // namespace scopes
