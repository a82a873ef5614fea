// A consumer as a department's system is one: a token by client credentials (RFC 6749, 4.4), then calls with it.
//   sample-consumer BASE CLIENT-ID SECRET SERVICE [name=value ...]
using System.Net.Http.Headers;
using System.Text.Json;

if (args.Length < 4)
{
    Console.Error.WriteLine("sample-consumer BASE CLIENT-ID SECRET SERVICE [name=value ...]");
    return 2;
}
var (address, id, secret, service) = (new Uri(args[0]), args[1], args[2], args[3]);
using var http = new HttpClient { BaseAddress = address };
using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", id), new("client_secret", secret)]);
using var token = await http.PostAsync("/api/v1/oauth/token", form);
var issued = JsonDocument.Parse(await token.Content.ReadAsStringAsync()).RootElement;
if (!token.IsSuccessStatusCode)
{
    Console.Error.WriteLine(issued);
    return 1;
}
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issued.GetProperty("access_token").GetString());
http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
var query = string.Join('&', args.Skip(4).Select(pair => pair.Split('=', 2)).Select(pair => $"{Uri.EscapeDataString(pair[0])}={Uri.EscapeDataString(pair.ElementAtOrDefault(1) ?? "")}"));
using var answer = await http.GetAsync($"/gateway/{service}{(query.Length > 0 ? "?" : "")}{query}");
Console.Error.WriteLine($"{(int)answer.StatusCode} call {string.Join(',', answer.Headers.TryGetValues("Exchange-Call", out var call) ? call : [])}");
Console.WriteLine(await answer.Content.ReadAsStringAsync());
return answer.IsSuccessStatusCode ? 0 : 1;
