using System;
using System.Globalization;

namespace LlmAnalyzers.Rules.Models;

/// <summary>A day as messages write it.</summary>
internal static class CatalogueDate
{
    public static string Text(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
