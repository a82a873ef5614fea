using Qingdan.Platform.Documents;
using Xunit;

namespace Qingdan.Tests.Unit.Documents;

public sealed class PackedFileTests
{
    [Theory, InlineData("PK"), InlineData("PK\u0003\u0004"), InlineData("PK\u0005\u0006short"), InlineData("PK\u0003\u0004 longer than the record every zip ends with")]
    public void What_begins_like_a_zip_and_is_none_is_no_document(string text) => Assert.Null(DocumentFile.KindOf(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(text))));
}
