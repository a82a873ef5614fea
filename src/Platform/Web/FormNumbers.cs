using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Qingdan.Platform.Web;

/// <summary>Whole numbers that pages send along.</summary>
public static class FormNumbers
{
    /// <summary>The edit of the row that a form was loaded with: whoever saves over another is told so. -1, which no row has, where it is missing.</summary>
    public static int Edit(this IFormCollection form) => int.TryParse(form["edit"], NumberStyles.None, CultureInfo.InvariantCulture, out var edit) ? edit : -1;
}
