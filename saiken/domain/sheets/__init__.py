"""The yearly sheet 「未収債権の目標及び具体処理策」: editions as data, figures computed, graded and checked.

The one idea: a column has one meaning (its id) in every edition; the letter, the wording and the formula are edition data. This
package computes and checks values; reading files and drawing pages happen elsewhere.
"""
